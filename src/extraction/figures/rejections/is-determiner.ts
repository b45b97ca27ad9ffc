import { readPredicate } from '../events/read-predicate.ts'
import { durationUnit } from '../numbers/measure-units.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'
import { isLastOfList } from '../things/is-last-of-list.ts'

const BEFORE =
  /^(?:no|any|every|each|this|that|another|the|some|which|number|day|a|only|first|last|next|new|old|big|good|right|wrong)$/
const AFTER =
  /^(?:another|thing|way|that|who|can|could|by|such|should|must|might|may|would|side|hand|point|reason|’s|'s|-|is|has|time|or|more|to|in|on|at|for|with|and|,|\.)$/

/** Whether "one" picks out rather than counts: "one of the last", "one day", "no one". */
export function isDeterminer(passage: Passage, { first, next, value }: NumberReading): boolean {
  if (value !== 1 || wordAt(passage, first) !== 'one') return false
  const after = wordAt(passage, next)
  if (/^(?:not|single)$/.test(wordAt(passage, first - 1))) return true
  if (after === 'of') {
    if (/^(?:them|whom|which|those|these)$/.test(wordAt(passage, next + 1))) return false
    // "one of their previous eight games"
    return ![1, 2, 3, 4].some((step) => posAt(passage, next + step) === 'NUM')
  }
  if (isKilledOne(passage, first) || readPredicate(passage, next)) return false
  if (isLastOfList(passage, first)) return false
  return (
    BEFORE.test(wordAt(passage, first - 1)) || AFTER.test(after) || durationUnit(after) !== null
  )
}

/** "killing one and wounding three": a count without its noun. */
const isKilledOne = (passage: Passage, first: number): boolean =>
  /^(?:kill|wound|injur|hurt|arrest|least|than)/.test(wordAt(passage, first - 1))
