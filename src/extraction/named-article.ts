import type { Document } from './document.ts'
import type { FoundEntity } from './extractor.ts'

/** A mention before its offsets become code points. */
export interface LocatedMention {
  readonly document: Document
  /** UTF-16 offsets into document.text. */
  readonly start: number
  readonly end: number
  /** Index into NamedArticle.entities. */
  readonly entity: number
  readonly metonym: boolean
  readonly confidence: number
}

/** An article whose names have been found: what the figure passes read. */
export interface NamedArticle {
  /** The headline, then the body. */
  readonly documents: readonly Document[]
  readonly entities: readonly FoundEntity[]
  /** In the order of the text, never overlapping. */
  readonly mentions: readonly LocatedMention[]
  readonly publishedAt: Date | null
}
