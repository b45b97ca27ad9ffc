import type { Document } from '../document.ts'
import type { EntityType } from '../extractor.ts'
import { words } from './lexicon/words.ts'

/** And the "X." of "posted on X." */
const STOPPED_WORD = /\p{Ll}{2}\.$|^X\.$/u
const ABBREVIATIONS = words(
  'inc. corp. ltd. co. bros. jr. sr. mt. ft. st. ste. gov. sen. rep. gen. lt. col. sgt. capt. prof. dr. mr. mrs. ms. rev. hon. dept. univ. assn. intl. natl. ind. mich. calif. mass. conn. fla. tex. wash. ore. pa. va. ga. ill. ala. ariz. ark. colo. del. kan. ky. la. md. minn. miss. mo. mont. neb. nev. okla. tenn. vt. wis. wyo.',
)

/** A run of tokens that names something: what the passes of this folder hand to each other. */
export interface NameSpan {
  readonly document: Document
  /** Indexes into document.tokens; lastToken is exclusive. */
  readonly firstToken: number
  readonly lastToken: number
  /** The name as running text writes it, where a headline writes it in capitals. */
  readonly reading: string | null
}

/** A name and what it means. */
export interface Name extends NameSpan {
  readonly type: EntityType
  /** 0 to 1. */
  readonly confidence: number
}

/** The words of a span, as running text writes them. */
export function spanText({ document, firstToken, lastToken, reading }: NameSpan): string {
  return reading ?? textBetween(document, firstToken, lastToken)
}

/** The text from one token to another, the last exclusive. */
export function textBetween(document: Document, firstToken: number, lastToken: number): string {
  const start = document.tokens[firstToken]?.start ?? 0
  return document.text.slice(start, Math.max(start, endOf(document, lastToken)))
}

/** Where a span ends, in UTF-16: without the full stop that the tokenizer leaves on some last words. */
export function endOf({ tokens }: Document, lastToken: number): number {
  const token = tokens[lastToken - 1]
  if (token === undefined) return 0
  return STOPPED_WORD.test(token.text) && !ABBREVIATIONS.has(token.lower)
    ? token.end - 1
    : token.end
}
