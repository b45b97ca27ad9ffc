import type { Span, SpanField, SpannedText } from '../../core/span.ts'
import { findPhrase } from '../find-phrase.ts'
import type { TextPart } from './split-text.ts'

/** Words that a model says are in the text, and about where. */
export interface Quote {
  readonly field: SpanField
  readonly quote: string
  readonly start: number
}

/** The texts that the quotes of one answer are from: the headline counts with the first part only. */
export interface QuotedText {
  readonly headline: SpannedText
  readonly body: SpannedText
  readonly part: TextPart
}

/** A quote with more characters is no name and no figure. */
const MAX_QUOTE = 300

/** Where a quote really stands, the place nearest to the one that was named first. Empty for invented ones. */
export function* anchorQuote(text: QuotedText, { field, quote, start }: Quote): Generator<Span> {
  const words = quote.trim()
  if (words.length > MAX_QUOTE) return
  const { part } = text
  const near = field === 'BODY' ? part.offset + start : start
  const offsets = offsetsOf(text, field, words).sort(
    (a, b) => Math.abs(a - near) - Math.abs(b - near),
  )
  for (const offset of offsets) {
    yield (field === 'BODY' ? text.body : text.headline).span(offset, offset + words.length)
  }
}

/** The words as the text has them, or null where it does not: nothing else is believed. */
export function readWords(text: QuotedText, words: string | null): string | null {
  if (words === null) return null
  for (const field of ['BODY', 'HEADLINE'] as const) {
    for (const { exact } of anchorQuote(text, { field, quote: words, start: 0 })) return exact
  }
  return null
}

function offsetsOf({ headline, part }: QuotedText, field: SpanField, words: string): number[] {
  if (field === 'BODY') return findPhrase(part.text, words).map((offset) => offset + part.offset)
  return part.offset === 0 ? findPhrase(headline.text, words) : []
}
