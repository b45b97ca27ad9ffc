import { matchAt } from '../match-at.ts'
import type { Passage } from '../passage.ts'
import { tokenFrom } from '../passage.ts'
import type { NumberReading } from './number-reading.ts'
import { readAmountAt } from './read-amount.ts'

const AND = /,? (?:and )?(?=[\w])/y
/** How many of a smaller unit make one of a larger. */
const PER: Readonly<Record<string, number>> = {
  'a mo': 12,
  'a d': 365,
  'mo d': 30,
  'wk d': 7,
  'd h': 24,
  'h min': 60,
  'min s': 60,
}

/** Adds what a length of time goes on with: "four years and two months", "two hours 12 minutes". */
export function readDuration(passage: Passage, length: NumberReading): NumberReading | null {
  if (length.kind !== 'DURATION' || length.value === null) return null
  const joint = matchAt(AND, passage.text, length.end)
  if (!joint) return null
  const start = length.end + joint[0].length
  const rest = readAmountAt(passage, tokenFrom(passage, start), start)?.reading
  const per = PER[`${length.unit} ${rest?.unit}`]
  if (!rest || rest.value === null || per === undefined) return null
  const value = Number((length.value + rest.value / per).toPrecision(12))
  return { ...length, value, valueEnd: rest.end, end: rest.end, next: rest.next }
}
