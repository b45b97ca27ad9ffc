import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'

/** Whether a distance names a race: "won the 100 metres", "the 1,500m final". */
export function isEventName(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'MEASURE') return false
  const before = wordAt(passage, first - 1)
  if (/^(?:men|women|girls|boys|['’]s|['’])$/.test(before)) return isRace(passage, next)
  const isDefinite = /^(?:the|his|her)$/.test(before)
  return isDefinite && (isRace(passage, next) || posAt(passage, next) !== 'NOUN')
}

const isRace = (passage: Passage, at: number): boolean =>
  /^(?:final|freestyle|butterfly|backstroke|breaststroke|hurdles|race|relay|heats?|sprint|steeplechase|medley|title|record|champion)$/.test(
    wordAt(passage, at),
  )
