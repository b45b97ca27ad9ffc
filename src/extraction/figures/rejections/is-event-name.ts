import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'

/** Whether a distance names a race: "won the 100 metres", "the 1,500m final". */
export function isEventName(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'MEASURE') return false
  const before = wordAt(passage, first - 1)
  if (/^(?:men|women|girls|boys|['’]s|['’])$/.test(before)) return isRace(passage, next)
  if (!/^(?:the|his|her)$/.test(before)) return false
  return isRace(passage, next) || (isWon(passage, first - 2) && posAt(passage, next) !== 'NOUN')
}

/** "won the 100 metres" */
const isWon = (passage: Passage, at: number): boolean =>
  /^(?:w[io]ns?|ran|runs?|swam|in|over|and|retain(?:s|ed)|claim(?:s|ed)|took|takes)$/.test(
    wordAt(passage, at),
  )

const isRace = (passage: Passage, at: number): boolean =>
  /^(?:final|freestyle|butterfly|backstroke|breaststroke|hurdles|race|relay|heats?|sprint|steeplechase|medley|title|record|champion)$/.test(
    wordAt(passage, at),
  )
