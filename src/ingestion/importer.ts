import type { IngestInput } from '../actions/ingest-input.ts'

interface ImportItemBase {
  /** For messages: the file, with the line or the position where it holds several articles. */
  readonly where: string
  /** How much of the file has been read, in files that may be large. */
  readonly bytesRead?: number
}

/** What an importer makes of one file: one item per article, in the order of the file. */
export type ImportItem =
  | (ImportItemBase & { readonly input: IngestInput })
  /** This part of the file cannot be an article; the rest still can. `reason` says what to do. */
  | (ImportItemBase & { readonly reason: string })
  /** This part is not meant to be an article, such as a picture: why. */
  | (ImportItemBase & { readonly skipped: string })
  /** The article is not public any longer. */
  | (ImportItemBase & { readonly removed: RemovedItem })

export interface RemovedItem {
  readonly source: string
  readonly externalId: string
  /** Since when, where the file says so. */
  readonly at: Date | null
}

export interface ImportOptions {
  /** Slug of the source that the articles belong to, where they do not name their own. */
  readonly source: string
  /** For articles that carry no time of their own. */
  readonly publishedAt: Date | null
}

export interface ImportFile {
  /** As given by the caller, for messages. */
  readonly path: string
  /** File name relative to the imported folder: a stable external id for formats without one. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One source format. `read` never throws for bad content: it says so in an item. */
export interface Importer {
  readonly format: string
  /** Whether the file looks like this format, judged by name and first bytes. */
  accepts(file: ImportFile): boolean
  read(file: ImportFile, options: ImportOptions): Iterable<ImportItem>
}
