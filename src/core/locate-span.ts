import { InvalidInputError } from './app-error.ts'
import { type Span, type SpanField, SpannedText } from './span.ts'

/** Where a person wants a span: by its offsets, by its words, or by both. */
export interface SpanRequest {
  readonly field: SpanField
  /** Code points; give `start` and `end` together. */
  readonly start?: number | null | undefined
  readonly end?: number | null | undefined
  readonly exact?: string | null | undefined
  /** What stands right before and behind `exact`, to tell several places apart. */
  readonly prefix?: string | null | undefined
  readonly suffix?: string | null | undefined
}

/**
 * The span that is asked for, in the text that is stored. Throws InvalidInputError that says what
 * stands there, or how often the words stand in the text, where it is not exactly one place.
 */
export function locateSpan(text: string, request: SpanRequest, path: string): Span {
  const { field, start, end, exact } = request
  const characters = [...text]
  if (start != null && end != null) {
    if (start < 0 || end <= start || end > characters.length) {
      throw new InvalidInputError(
        `${path}: ${start} to ${end} is no place in the ${field}, which has ${characters.length} code points. "start" counts from 0, "end" is behind the last one.`,
        path,
      )
    }
    const found = characters.slice(start, end).join('')
    if (exact != null && exact !== found) {
      throw new InvalidInputError(
        `${path}: from ${start} to ${end} the ${field} has ${quote(found)}, not ${quote(exact)}. Send the offsets of the current text, or the words alone.`,
        path,
      )
    }
    return spanAt(text, request, characters.slice(0, start).join('').length, found.length)
  }
  if (start != null || end != null) {
    throw new InvalidInputError(`${path}: give "start" and "end" together.`, path)
  }
  if (!exact) {
    throw new InvalidInputError(
      `${path}: say where it is, with "start" and "end" or with "exact".`,
      path,
    )
  }
  const places = placesOf(text, { ...request, exact })
  const [offset] = places
  if (offset === undefined || places.length > 1) {
    const before = offset === undefined ? 'do not stand' : `stand ${places.length} times`
    const advice =
      offset === undefined
        ? 'Send them as the current text has them.'
        : 'Say which with "prefix" or "suffix", the words around them, or with "start" and "end".'
    throw new InvalidInputError(
      `${path}: the words ${quote(`${request.prefix ?? ''}${exact}${request.suffix ?? ''}`)} ${before} in the ${field}. ${advice}`,
      path,
    )
  }
  return spanAt(text, request, offset, exact.length)
}

const spanAt = (text: string, { field }: SpanRequest, offset: number, length: number): Span =>
  new SpannedText(field, text).span(offset, offset + length)

/** UTF-16 offsets of `exact` wherever the words around it are as asked. */
function placesOf(
  text: string,
  { exact, prefix, suffix }: SpanRequest & { exact: string },
): number[] {
  const wanted = `${prefix ?? ''}${exact}${suffix ?? ''}`
  const places = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    places.push(at + (prefix?.length ?? 0))
  }
  return places
}

/** A long quote is cut, so that a message stays one. */
const quote = (words: string): string =>
  `"${words.length > 80 ? `${[...words].slice(0, 80).join('')}…` : words}"`
