import type { Document, Token } from '../document.ts'
import type { EntityType } from '../extractor.ts'

/** A run of tokens that names something: what the passes of this folder hand to each other. */
export interface NameSpan {
  readonly document: Document
  /** Indexes into document.tokens; lastToken is exclusive. */
  readonly firstToken: number
  readonly lastToken: number
}

/** A span that may be a name. */
export interface Candidate extends NameSpan {
  /** Nothing but the start of a sentence or the style of a headline explains its capital. */
  readonly weak: boolean
  /** "Foreign Minister", cut from in front of a person's name; empty for "Mr". */
  readonly title: string | null
}

/** A name whose type is decided. */
export interface Name extends NameSpan {
  readonly type: EntityType
  readonly jobTitle: string | null
  /** 0 to 1. */
  readonly confidence: number
}

/** The words of a span as they stand in the text. */
export function spanText({ document, firstToken, lastToken }: NameSpan): string {
  return textBetween(document, firstToken, lastToken)
}

/** The text from one token to another, the last exclusive. */
export function textBetween(document: Document, firstToken: number, lastToken: number): string {
  const start = document.tokens[firstToken]?.start ?? 0
  const end = document.tokens[lastToken - 1]?.end ?? start
  return document.text.slice(start, end)
}

/** Whether nothing stands between two neighbouring tokens: "Al" and "-" in "Al-Shabaab". */
export const touch = (left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && left.end === right.start
