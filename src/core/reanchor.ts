import type { Span, SpannedText } from './span.ts'

/** Places tried for one quote; the best of a name that stands in the text a thousand times are enough. */
const MAX_PLACES = 12

interface Place {
  /** Index of the quote that may stand there. */
  readonly index: number
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** Characters before and after that are as they were. */
  readonly context: number
  /** How far it is from where it was. */
  readonly distance: number
}

/**
 * Finds the quotes of spans again in an edited text, as the Web Annotation data model means it: the
 * exact words, where most of what stood around them still does, nearest to where they were. No two
 * spans come to stand on the same words unless they did before. Null where the words are gone, or stand
 * with less of their context than `minContext` characters.
 */
export function reanchor(
  spans: readonly Span[],
  text: SpannedText,
  { minContext = 0 }: { readonly minContext?: number } = {},
): (Span | null)[] {
  const found: (Span | null)[] = spans.map(() => null)
  const taken: Place[] = []
  const places = spans
    .flatMap((span, index) => placesOf(span, index, text.text))
    .filter(({ index, context }) => context >= Math.min(minContext, contextOf(spans[index])))
    .sort((a, b) => b.context - a.context || a.distance - b.distance || a.index - b.index)
  for (const place of places) {
    if (found[place.index] !== null) continue
    if (taken.some((other) => collides(place, other, spans))) continue
    taken.push(place)
    found[place.index] = text.span(place.start, place.end)
  }
  return found
}

const contextOf = (span: Span | undefined): number =>
  (span?.prefix.length ?? 0) + (span?.suffix.length ?? 0)

/** Spans that overlapped before may do so again. */
function collides(a: Place, b: Place, spans: readonly Span[]): boolean {
  if (a.start >= b.end || b.start >= a.end) return false
  const [before, other] = [spans[a.index], spans[b.index]]
  return !(before && other && before.start < other.end && other.start < before.end)
}

function placesOf(span: Span, index: number, text: string): Place[] {
  const { exact, prefix, suffix } = span
  const places: Place[] = []
  if (exact === '') return places
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    if (cutsWord(span, text, start)) continue
    const context =
      sameEnd(prefix, text.slice(Math.max(0, start - prefix.length), start)) +
      sameStart(suffix, text.slice(end, end + suffix.length))
    places.push({ index, start, end, context, distance: Math.abs(start - span.start) })
  }
  if (places.length <= MAX_PLACES) return places
  return places
    .sort((a, b) => b.context - a.context || a.distance - b.distance)
    .slice(0, MAX_PLACES)
}

const ENDS_IN_WORD = /[\p{L}\p{N}]$|\p{N}[.,]$/u
const STARTS_IN_WORD = /^[\p{L}\p{N}]|^[.,]\p{N}/u

/** "5 people" does not stand in "15 people", nor in "2.5 people". */
function cutsWord({ exact, prefix, suffix }: Span, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start)
  const after = text.slice(start + exact.length, start + exact.length + 3)
  return (
    (STARTS_IN_WORD.test(exact) && ENDS_IN_WORD.test(before) && !ENDS_IN_WORD.test(prefix)) ||
    (/[\p{L}\p{N}]$/u.test(exact) && STARTS_IN_WORD.test(after) && !STARTS_IN_WORD.test(suffix))
  )
}

function sameStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function sameEnd(a: string, b: string): number {
  let length = 0
  while (
    length < a.length &&
    length < b.length &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  ) {
    length += 1
  }
  return length
}
