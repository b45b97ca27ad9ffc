/** Which text of a revision a span points into. */
export type SpanField = 'HEADLINE' | 'BODY'

/**
 * A place in the text of one revision, after the Web Annotation data model (TextPositionSelector
 * and TextQuoteSelector). Offsets count Unicode code points, start inclusive, end exclusive;
 * `codePoints(text).slice(start, end)` equals `exact`.
 */
export interface Span {
  readonly field: SpanField
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Up to CONTEXT_LENGTH code points before and after: they find the quote again in an edited text. */
  readonly prefix: string
  readonly suffix: string
}

const CONTEXT_LENGTH = 32

/**
 * One field of an article, able to turn JavaScript's UTF-16 offsets into spans. Inside extraction
 * all offsets are UTF-16; they become code points only here.
 */
export class SpannedText {
  readonly field: SpanField
  readonly text: string
  /** Code points before each UTF-16 offset; null where the two counts are the same. */
  readonly #codePointAt: Uint32Array | null

  constructor(field: SpanField, text: string) {
    this.field = field
    this.text = text
    this.#codePointAt = /[\ud800-\udbff]/.test(text) ? countCodePoints(text) : null
  }

  /** The span of text.slice(start, end), in UTF-16 offsets that do not cut a surrogate pair. */
  span(start: number, end: number): Span {
    const { field, text } = this
    return {
      field,
      start: this.#codePointAt?.[start] ?? start,
      end: this.#codePointAt?.[end] ?? end,
      exact: text.slice(start, end),
      prefix: lastCodePoints(text.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start)),
      suffix: firstCodePoints(text.slice(end, end + 2 * CONTEXT_LENGTH)),
    }
  }
}

function countCodePoints(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let offset = 0; offset < text.length; ) {
    const width = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
    counts.fill(count, offset, offset + width)
    offset += width
    count += 1
  }
  counts[text.length] = count
  return counts
}

const firstCodePoints = (text: string): string =>
  [...text].slice(0, CONTEXT_LENGTH).join('').toWellFormed()
const lastCodePoints = (text: string): string =>
  [...text].slice(-CONTEXT_LENGTH).join('').toWellFormed()
