import { normalizeText } from './normalize-text.ts'

/** Line lengths that mail programs, agencies and editors wrap at. */
const NARROWEST_WRAP = 50
const WIDEST_WRAP = 100

/** How far short of the wrap width a line may end before it must be the end of a paragraph. */
const RAGGED_EDGE = 15

/** Of the line ends inside sentences, how many must be forced for the text to count as wrapped. */
const FORCED_SHARE = 0.7

/** Of the forced ones, how many must go on in lower case: titles and list items do not. */
const CONTINUED_SHARE = 1 / 3

const SENTENCE_END = /[.!?:]["”’)]*$/

/**
 * Cuts plain text into paragraphs, each one line. Empty lines always divide. Other line ends divide
 * too, unless the text was wrapped at a fixed width: then the lines of a paragraph are joined.
 */
export function textToParagraphs(text: string): readonly string[] {
  const groups = normalizeText(text)
    .split('\n\n')
    .map((group) => group.split('\n'))
  const width = wrapWidth(groups)
  const paragraphs =
    width === null ? groups.flat() : groups.flatMap((lines) => unwrap(lines, width))
  return paragraphs.filter((paragraph) => paragraph !== '')
}

/**
 * The width a text was wrapped at, or null. A line end is forced where the first word of the next
 * line would not have fitted any more.
 */
function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const wrapped = groups.filter((lines) => lines.length > 1)
  const width = wrapped.flat().reduce((widest, line) => Math.max(widest, lengthOf(line)), 0)
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null
  const insideSentences = wrapped.flatMap(pairs).filter(([line]) => !SENTENCE_END.test(line))
  const forced = insideSentences.filter(([line, next]) => room(line, next, width) < 0)
  const continued = forced.filter(([, next]) => !/^["“‘(]*\p{Lu}/u.test(next))
  const isWrapped =
    continued.length > 0 &&
    continued.length >= forced.length * CONTINUED_SHARE &&
    forced.length >= insideSentences.length * FORCED_SHARE
  return isWrapped ? width : null
}

function unwrap(lines: readonly string[], width: number): readonly string[] {
  let paragraph = lines[0] ?? ''
  const paragraphs: string[] = []
  for (const [line, next] of pairs(lines)) {
    const left = room(line, next, width)
    if (left >= RAGGED_EDGE || (left >= 0 && SENTENCE_END.test(line))) {
      paragraphs.push(paragraph)
      paragraph = next
    } else {
      // Wrapped at the hyphen of a compound: "two-" + "day".
      paragraph += /\p{L}-$/u.test(line) ? next : ` ${next}`
    }
  }
  return [...paragraphs, paragraph]
}

/** Columns left on a line after the next line's first word, below 0 where it does not fit. */
function room(line: string, next: string, width: number): number {
  const [firstWord = ''] = next.split(' ', 1)
  return width - lengthOf(line) - 1 - lengthOf(firstWord)
}

const lengthOf = (text: string): number => Array.from(text).length

function pairs(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.slice(1).map((next, i) => [lines[i] ?? '', next] as const)
}
