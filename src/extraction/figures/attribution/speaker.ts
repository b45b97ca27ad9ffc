import type { AttributionKind } from '../../extractor.ts'

/** Who is said to have said something. */
export interface Speaker {
  readonly kind: Exclude<AttributionKind, 'ARTICLE_VOICE'>
  /** As written, without a leading article. */
  readonly label: string
  /** Index into the article's entities. */
  readonly claimant: number | null
  /** The words, for the cue: UTF-16 offsets, with the article. */
  readonly start: number
  readonly end: number
}

/** A place in the text that says who says something. */
export interface Cue {
  readonly speaker: Speaker
  /** UTF-16 offsets of the cue's words: "Ukrainian authorities reported". */
  readonly start: number
  readonly end: number
  readonly via: string | null
  /** Which side of the cue its speaker's words stand on. */
  readonly governs: 'AFTER' | 'BEFORE' | 'BOTH'
  /** "according to" says whose number it is; a verb may only say who passed it on. */
  readonly explicit: boolean
}
