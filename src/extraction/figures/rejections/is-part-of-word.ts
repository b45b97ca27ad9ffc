import type { NumberReading } from '../numbers/number-reading.ts'
import { isAttached, type Passage, wordAt } from '../passage.ts'

/** Whether digits are part of something longer: "737-800", "post-9/11", "Kh-59". */
export function isPartOfWord(passage: Passage, { first, end, kind }: NumberReading): boolean {
  if (kind === 'SCORE') return false
  const joined = /^[-\u2010\u2011/]$/.test(wordAt(passage, first - 1)) && isAttached(passage, first)
  if (joined && isAttached(passage, first - 1)) return true
  const { text } = passage
  return /[-\u2010-\u2014/:]/.test(text[end] ?? '') && /\d/.test(text[end + 1] ?? '')
}
