import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, wordAt } from '../passage.ts'

const GROUP = /^\d{2,5}$/

/** Whether a number is one group of a telephone number: "+44 20 7946 0958", "020 7946 0958". */
export function isPhoneNumber(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'COUNT') return false
  const own = wordAt(passage, first)
  if (/^0\d/.test(own)) return true
  if (/^\+\d{1,3}$/.test(own)) return /^[\d(]/.test(wordAt(passage, next))
  if (!/^\d/.test(own)) return false
  const before = wordAt(passage, first - 1)
  if (/^\+\d/.test(before) || (GROUP.test(before) && GROUP.test(own))) return true
  return GROUP.test(wordAt(passage, next)) && GROUP.test(own)
}
