import type { NumberReading } from '../numbers/number-reading.ts'
import { isAttached, type Passage, wordAt } from '../passage.ts'

/** Whether a number counts the points of a list ("1. First", "(3)") or cites a note ("[12]"). */
export function isListNumber(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'COUNT') return false
  const before = wordAt(passage, first - 1)
  const after = wordAt(passage, next)
  if (before === '[' && after === ']') return true
  const opens = first === passage.first || (first === passage.first + 1 && before === '(')
  return opens && /^[.)]$/.test(after) && isAttached(passage, next)
}
