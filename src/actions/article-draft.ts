import { countWords } from '../core/count-words.ts'
import { fingerprint } from '../core/fingerprint.ts'
import { normalizeUrl } from '../core/normalize-url.ts'
import { cleanArticle } from '../extraction/clean/clean-article.ts'
import type { IngestInput } from './ingest-input.ts'

/** An article as it will be stored: cleaned, with every default filled in. */
export interface ArticleDraft {
  readonly externalId: string
  readonly url: string | null
  readonly status: NonNullable<IngestInput['status']>
  readonly publishedAt: Date | null
  readonly embargoedUntil: Date | null
  readonly modifiedAt: Date | null
  readonly externalRevision: string | null
  readonly topics: readonly { readonly slug?: string | null | undefined; readonly name: string }[]
  readonly hints: NonNullable<IngestInput['entities']>
  /** Says that this text corrects the one before it. */
  readonly correction: NonNullable<IngestInput['correction']> | null
  readonly text: RevisionText
  /** Equal for equal text; decides whether a new revision is due. */
  readonly contentHash: string
  /** Equal for equal payloads, whatever their transport; decides UNCHANGED. */
  readonly payloadHash: string
}

export interface RevisionText {
  readonly headline: string
  readonly dek: string | null
  readonly bodyText: string
  readonly bodyHtml: string
  readonly removedText: readonly string[]
  readonly authors: readonly string[]
  readonly language: string
  readonly wordCount: number
}

/** Throws InvalidInputError where the text cannot be an article. */
export function draftArticle(input: IngestInput, now: Date): ArticleDraft {
  const text: RevisionText = {
    ...cleanText(input),
    authors: input.authors ?? [],
    language: input.language ?? 'en',
  }
  const publishedAt = input.publishedAt ?? null
  const status = input.status ?? 'PUBLISHED'
  const comesLater = publishedAt !== null && publishedAt > now
  const about = {
    externalId: input.externalId,
    url: input.url ? normalizeUrl(input.url) : null,
    publishedAt,
    embargoedUntil: input.embargoedUntil ?? null,
    topics: input.topics ?? [],
    hints: input.entities ?? [],
  }
  const { correction = null } = input
  const hash = contentHash(text)
  return {
    ...about,
    status: status === 'PUBLISHED' && comesLater ? 'SCHEDULED' : status,
    modifiedAt: input.modifiedAt ?? null,
    externalRevision: input.externalRevision ?? null,
    correction,
    text,
    contentHash: hash,
    payloadHash: fingerprint({
      ...about,
      status,
      contentHash: hash,
      ...(correction && { correction }),
    }),
  }
}

/** Throws InvalidInputError where nothing is left to read. */
export function cleanText({
  headline = null,
  dek = null,
  bodyText = null,
  bodyHtml = null,
}: Pick<IngestInput, 'headline' | 'dek' | 'bodyText' | 'bodyHtml'>): Omit<
  RevisionText,
  'authors' | 'language'
> {
  const clean = cleanArticle({ headline, dek, bodyText, bodyHtml })
  return { ...clean, wordCount: countWords(clean.bodyText) }
}

export function contentHash({ removedText: _furniture, ...content }: RevisionText): string {
  return fingerprint(content)
}
