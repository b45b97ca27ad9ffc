import type { Document } from '../document.ts'
import type { EntityType } from '../extractor.ts'

/** A run of tokens that names something: what the passes of this folder hand to each other. */
export interface NameSpan {
  readonly document: Document
  /** Indexes into document.tokens; lastToken is exclusive. */
  readonly firstToken: number
  readonly lastToken: number
}

/** A name whose type is decided. */
export interface Name extends NameSpan {
  readonly type: EntityType
  /** "Foreign Minister", cut from in front of a person's name. */
  readonly jobTitle: string | null
  /** 0 to 1. */
  readonly confidence: number
}

/** The words of a span as they stand in the text. */
export function spanText({ document, firstToken, lastToken }: NameSpan): string {
  const start = document.tokens[firstToken]?.start ?? 0
  const end = document.tokens[lastToken - 1]?.end ?? start
  return document.text.slice(start, end)
}
