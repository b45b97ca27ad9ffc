import { type Passage, wordAt } from '../passage.ts'
import type { NumberReading } from './number-reading.ts'
import { SCALES } from './number-words.ts'
import { multiply } from './read-cardinal.ts'

/** Two levels of one thing differ by less than this factor. */
const ALIKE = 10

/**
 * The first of two levels takes the unit and scale that stand behind the second: "grew from 14 to 21
 * hectares", "from 12 to 15 million".
 */
export function withUnitOfNext(
  passage: Passage,
  number: NumberReading,
  after: NumberReading | undefined,
): NumberReading {
  const { kind, value, start, end, first } = number
  if (kind !== 'COUNT' || !value || !after?.value || wordAt(passage, first - 1) !== 'from') {
    return number
  }
  const isDigits = /^[\d.,]+$/.test(passage.text.slice(start, end))
  if (!isDigits || passage.text.slice(end, after.start) !== ' to ') return number
  if (after.kind === 'SCORE' || after.kind === 'RATIO') return number
  const scaled = multiply(value, scaleOf(passage, after))
  if (scaled > after.value * ALIKE || after.value > scaled * ALIKE) return number
  return { ...number, kind: after.kind, unit: after.unit, value: scaled }
}

/** What the words of a number multiply it by: a million for "15 million". */
function scaleOf({ text }: Passage, { start, valueEnd }: NumberReading): number {
  const word = /\p{L}+$/u.exec(text.slice(start, valueEnd))?.[0].toLowerCase() ?? ''
  return SCALES.get(word) ?? 1
}
