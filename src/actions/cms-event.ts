import type { IngestInput } from './ingest-input.ts'

/** What one delivery of a CMS says, whatever its format. */
export type CmsEvent =
  /** The article's whole state. */
  | { readonly kind: 'SAVE'; readonly externalId: string; readonly input: IngestInput }
  /** The article is no longer public in the CMS: unpublished, trashed or deleted. */
  | {
      readonly kind: 'REMOVE'
      readonly externalId: string
      /** When, by the CMS's clock; null where it does not say. */
      readonly at: Date | null
    }
  /** Nothing that an article follows from; `reason` says what it is. */
  | { readonly kind: 'IGNORE'; readonly reason: string }

/** A stored delivery, as its adapter reads it. */
export interface DeliveredPayload {
  /** Slug of the source that it came for. */
  readonly source: string
  /** What the CMS says outside the body: the event's name in a header. */
  readonly topic: string | null
  readonly json: unknown
}
