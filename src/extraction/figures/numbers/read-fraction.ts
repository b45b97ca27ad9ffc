import { matchAt } from '../match-at.ts'
import { type Passage, posAt, tokenAfter, tokenAt, wordAt } from '../passage.ts'
import { exactly, type NumberReading } from './number-reading.ts'
import { type Cardinal, readCardinal } from './read-cardinal.ts'

const PARTS =
  /(?:(a|one|two|three|four|five|six|seven|eight|nine)[ -])(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![\p{L}\d-])/iuy
const POINTS =
  /(?:an? )?(quarter|half|three[ -]quarters?)(?:(?: of)?[ -](?:an? )?percentage[ -]points?|[ -](?:a )?points?(?= (?:rate|cut|hike|increase|reduction|rise|move|drop|below|above|higher|lower|more|less)|[.,;]|$)| of a (?:percentage )?point)(?![\p{L}\d])/iuy
const POINT_PARTS: ReadonlyMap<string, number> = new Map([
  ['quarter', 0.25],
  ['half', 0.5],
  ['three quarter', 0.75],
  ['three quarters', 0.75],
])
/** "fell by a quarter", "more than a third". */
const AFTER_LINK = /^(?:by|than|about|nearly|almost|over|around|some|least|roughly|under)$/
const DIVISORS: ReadonlyMap<string, number> = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, i) => [word, i + 2] as const),
)
/** "a quarter of a million" is a number. */
const OF_A_MILLION = / of a (?:m|b|tr)illion\b/y
const OUT_OF = / (in|out of)(?: every)? /y
/** "one child in twelve" */
const NOUN_IN = / \p{Ll}{3,} in /uy
const HALF = /half (?=of |the |all |its |their |his |her |our |those |these )/iy
/** "half a day", "half an hour", "half-time". */
const HALF_AMOUNT = /^(?:a|an|-|hour|time|day|way|century|decade|price)$/
/** "one in five": larger wholes are two counts ("28 out of 31 drones"). */
const MAX_WHOLE = 10
const ROUND_WHOLES = new Set([20, 50, 100, 1000, 10_000, 100_000, 1_000_000])

/** Reads a share: "two-thirds", "a quarter of", "half the", "one in five". */
export function readFraction(passage: Passage, at: number): NumberReading | null {
  const token = tokenAt(passage, at)
  if (!token) return null
  return (
    readPoints(passage, at) ??
    readParts(passage, at) ??
    readHalf(passage, at) ??
    readOneIn(passage, at)
  )
}

/** "half a percentage point", "a quarter-point": parts of the point that rates move by. */
function readPoints(passage: Passage, at: number): NumberReading | null {
  const start = tokenAt(passage, at)?.start ?? 0
  const found = matchAt(POINTS, passage.text, start)
  const value = found && POINT_PARTS.get((found[1] ?? '').toLowerCase().replaceAll('-', ' '))
  if (!found || value === undefined || value === null) return null
  const share = ratio(passage, { at, end: start + found[0].length, value })
  return { ...share, kind: 'PERCENT', unit: 'percentage points' }
}

function readParts(passage: Passage, at: number): NumberReading | null {
  const start = tokenAt(passage, at)?.start ?? 0
  const found = matchAt(PARTS, passage.text, start)
  const [all, count = '', part = ''] = found ?? []
  if (!all || matchAt(OF_A_MILLION, passage.text, start + all.length)) return null
  const divisor = part.toLowerCase() === 'halves' ? 2 : divisorOf(part)
  const counted = count.toLowerCase() === 'a' ? 1 : (readCardinal(count, 0)?.value ?? 1)
  const next = tokenAfter(passage, at, start + all.length)
  const isShare =
    /^(?:of|more|less|fewer|higher|lower|larger|smaller)$/.test(wordAt(passage, next)) ||
    (counted > 1 && !/ /.test(all)) ||
    counted > 2
  // "a third person", "two quarters": an ordinal, a period. "one-third" needs no "of".
  const isMeasured = AFTER_LINK.test(wordAt(passage, at - 1))
  const isHyphened = /-/.test(all) || (counted === 2 && part.startsWith('third'))
  const acts = count.toLowerCase() === 'a' && isPluralSubject(passage, next, part)
  if (!isShare && !isMeasured && !isHyphened && !acts) return null
  if (counted >= divisor) return null
  return ratio(passage, { at, end: start + all.length, value: counted / divisor })
}

/** "a third lack toilets", "a quarter said so"; but "a third was hurt" is one more. */
function isPluralSubject(passage: Passage, verb: number, part: string): boolean {
  const word = wordAt(passage, verb)
  if (/^(?:are|were|have|do)$/.test(word)) return true
  if (/^(?:lack|need|face|live|work|want|support|oppose|fear|report)$/.test(word)) return true
  return posAt(passage, verb) === 'VERB' && /^(?:quarter|tenth)$/i.test(part)
}

const divisorOf = (part: string): number => {
  const word = part.toLowerCase().replace(/s$/, '')
  return word === 'fourth' ? 4 : (DIVISORS.get(word) ?? 1)
}

function readHalf(passage: Passage, at: number): NumberReading | null {
  if (wordAt(passage, at) !== 'half') return null
  const start = tokenAt(passage, at)?.start ?? 0
  const isLinked =
    AFTER_LINK.test(wordAt(passage, at - 1)) && !HALF_AMOUNT.test(wordAt(passage, at + 1))
  if (!matchAt(HALF, passage.text, start) && !isLinked) return null
  return /^(?:first|second|last|other|time)$/.test(wordAt(passage, at - 1))
    ? null
    : ratio(passage, { at, end: start + 'half'.length, value: 0.5 })
}

function readOneIn(passage: Passage, at: number): NumberReading | null {
  const { text } = passage
  const start = tokenAt(passage, at)?.start ?? 0
  const part = readCardinal(text, start)
  const joint = part && (matchAt(OUT_OF, text, part.end) ?? nounIn(passage, at, part))
  const whole = joint && readCardinal(text, part.end + joint[0].length)
  if (!part || !whole || part.value >= whole.value || part.value < 1) return null
  // "1 in 250 gets a visa", but "28 in 31 days"
  const written = text.slice(part.end + joint[0].length, whole.end)
  const isOneIn = part.value === 1 && joint[1] !== 'out of' && !/^(?:19|20)\d\d$/.test(written)
  if (!isOneIn && whole.value > MAX_WHOLE && !ROUND_WHOLES.has(whole.value)) return null
  return ratio(passage, { at, end: whole.end, value: part.value / whole.value })
}

/** "one child in twelve": what is counted stands inside the share, and no other noun follows it. */
function nounIn(passage: Passage, at: number, part: Cardinal): RegExpExecArray | null {
  const isCounted = wordAt(passage, at) === 'one' && posAt(passage, at + 1) === 'NOUN'
  const isLast = posAt(passage, at + 3) === 'NUM' && !/^(?:NOUN|ADJ)$/.test(posAt(passage, at + 4))
  return isCounted && isLast ? matchAt(NOUN_IN, passage.text, part.end) : null
}

interface Share {
  readonly at: number
  readonly end: number
  readonly value: number
}

function ratio(passage: Passage, { at, end, value }: Share): NumberReading {
  return {
    ...exactly(value),
    kind: 'RATIO',
    unit: 'ratio',
    start: tokenAt(passage, at)?.start ?? 0,
    valueEnd: end,
    end,
    first: at,
    next: tokenAfter(passage, at, end),
  }
}
