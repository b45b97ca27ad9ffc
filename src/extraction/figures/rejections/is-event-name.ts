import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'

/** Whether a distance names a race: "won the 100 metres", "the 1,500m final". */
export function isEventName(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'MEASURE') return false
  const before = wordAt(passage, first - 1)
  if (/^(?:['’]s|['’])$/.test(before))
    return posAt(passage, next) !== 'NOUN' || isRace(passage, next)
  if (/est$/.test(before) && posAt(passage, first - 1) !== 'NOUN') return isRun(passage, first - 2)
  if (!/^(?:the|his|her)$/.test(before)) return false
  return isRace(passage, next) || (isWon(passage, first - 2) && posAt(passage, next) !== 'NOUN')
}

/** "runs fastest 1,500 metres" */
const isRun = (passage: Passage, at: number): boolean =>
  /^(?:ran|runs?|swam|swims|clocks|clocked)$/.test(wordAt(passage, at))

/** "won the 100 metres" */
const isWon = (passage: Passage, at: number): boolean =>
  /^(?:w[io]ns?|ran|runs?|swam|in|over|and|retain(?:s|ed)|claim(?:s|ed)|took|takes)$/.test(
    wordAt(passage, at),
  )

const isRace = (passage: Passage, at: number): boolean =>
  /^(?:final|freestyle|butterfly|backstroke|breaststroke|hurdles|race|relay|heats?|sprint|steeplechase|medley|title|record|champion)$/.test(
    wordAt(passage, at),
  )
