import { readGovernor } from '../events/read-governor.ts'
import { readPredicate } from '../events/read-predicate.ts'
import { posAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'

/** Up to here "the two countries" speaks of things already known; "the 140 members" counts them. */
const MAX_KNOWN = 10

/** Whether a number points back to what the reader knows, and nothing new is said of it: "the two countries". */
export function isKnownAlready(site: Site): boolean {
  const { passage, number, phrase, next } = site
  const { kind, value, first } = number
  if (kind !== 'COUNT' || !phrase || value === null || value > MAX_KNOWN) return false
  const isDefinite = /^(?:the|these|those|both)$/.test(wordAt(passage, first - 1))
  if (!isDefinite || posAt(passage, phrase.head) === 'PROPN') return false
  return readPredicate(passage, next) === null && readGovernor(site) === null
}
