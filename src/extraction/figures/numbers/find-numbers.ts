import type { DateExpression } from '../dates/date-expression.ts'
import { isAttached, type Passage, tokenAt, wordAt } from '../passage.ts'
import type { NumberReading } from './number-reading.ts'
import { readAmount } from './read-amount.ts'
import { readDuration } from './read-duration.ts'
import { readFraction } from './read-fraction.ts'
import { readMagnitude } from './read-magnitude.ts'
import { readRange } from './read-range.ts'
import { readScore } from './read-score.ts'
import { readVagueAmount } from './read-vague-amount.ts'
import { withUnitOfNext } from './with-unit-of-next.ts'

/** Every number of a sentence that is not part of a date, in order, never overlapping. */
export function findNumbers(passage: Passage, dates: readonly DateExpression[]): NumberReading[] {
  const numbers: NumberReading[] = []
  let date = 0
  for (let at = passage.first; at < passage.last; ) {
    while ((dates[date]?.next ?? Number.POSITIVE_INFINITY) <= at) date += 1
    const skip = dates[date]
    if (skip && skip.first <= at) {
      at = skip.next
      continue
    }
    // "five others" and "dozens of others" are one number.
    const lead = wordAt(passage, at - 1) === 'of' ? at - 1 : at
    const isRest = numbers.at(-1)?.next === lead && wordAt(passage, at) === 'others'
    const number = isRest ? null : readNumber(passage, at)
    if (number) numbers.push(number)
    at = Math.max(at + 1, number?.next ?? 0)
  }
  return numbers.map((number, i) => withUnitOfNext(passage, number, numbers[i + 1]))
}

function readNumber(passage: Passage, at: number): NumberReading | null {
  const token = tokenAt(passage, at)
  if (token?.lower === 'minus') return readMinus(passage, at, token.start)
  if (token && /^(?:magnitude|mw$)/.test(token.lower)) return readMagnitude(passage, at)
  if (!token || !(mayStart(token.text, token.lower) || isMinus(passage, at))) return null
  const fraction = readFraction(passage, at) ?? readScore(passage, at)
  if (fraction) return fraction
  const amount = readAmount(passage, at)
  if (!amount) return readVagueAmount(passage, at)
  const { reading } = amount
  return readRange(passage, amount) ?? readDuration(passage, reading) ?? reading
}

/** "minus 6 degrees" */
function readMinus(passage: Passage, at: number, start: number): NumberReading | null {
  const reading = readAmount(passage, at + 1)?.reading
  if (!reading || reading.value === null || !/^\d/.test(wordAt(passage, at + 1))) return null
  return { ...reading, value: -reading.value, start, first: at }
}

/** "−6°C" where the tokenizer parts the sign from its number; the dash of "3−6" is none. */
const isMinus = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === '\u2212' && isAttached(passage, at + 1) && !isAttached(passage, at)

const STARTS =
  /^[A-Z]{1,2}$|^[-+\u2212]?[\d$€£¥₹₽₴₩₪₺₦₱₫฿₾₵₿]|^[A-Z]{1,2}\$|^[A-Z]{3}$|^(?:Rs\.?|RM|Rp|[KTU]?Shs?|Ksh|Tk|GH₵)$|^(?:[A-Z]{3}|Rs|RM|Rp|[KTU]?Shs?|Ksh|Tk|[RNPK])\d/
const WORDS = new Set(
  (
    'a an half quarter no none nobody both several few many numerous others zero one two three four five six ' +
    'seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety tens dozens scores hundreds ' +
    'thousands millions billions trillions lakhs crores'
  ).split(' '),
)

/** A cheap test first: most words start no number. */
const mayStart = (text: string, lower: string): boolean => WORDS.has(lower) || STARTS.test(text)
