import { readGovernor } from '../events/read-governor.ts'
import { readPredicate } from '../events/read-predicate.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isMass, isPlural } from '../things/plural.ts'
import type { NounPhrase } from '../things/read-noun-phrase.ts'

/** Up to here "the two countries" speaks of things already known; "the 140 members" counts them. */
const MAX_KNOWN = 10
const KNOWN = /^(?:the|these|those|both)$/

/**
 * Whether a number belongs to a name ("the Hot 100 chart", "the Square 44 market") or points back to
 * what the reader knows ("the two countries").
 */
export function isNameOrKnown(
  passage: Passage,
  number: NumberReading,
  phrase: NounPhrase | null,
): boolean {
  if (number.kind !== 'COUNT' || !phrase) return false
  return isName(passage, number, phrase) || isKnown(passage, number, phrase)
}

/** A capital before and no plural after: the number names what follows. */
function isName(passage: Passage, { first, value }: NumberReading, { head }: NounPhrase): boolean {
  const before = tokenAt(passage, first - 1)
  const noun = wordAt(passage, head)
  if (!before || passage.titleCase || first - 1 === passage.first || value === 1) return false
  if (isPlural(noun) || isMass(noun)) return false
  // "12 Park Road"
  if (posAt(passage, head) === 'PROPN') return true
  return /^\p{Lu}/u.test(before.text) && /^(?:PROPN|ADJ|NOUN)$/.test(before.pos)
}

function isKnown(
  passage: Passage,
  { first, value }: NumberReading,
  { head, next }: NounPhrase,
): boolean {
  if (value === null || value > MAX_KNOWN || !KNOWN.test(wordAt(passage, first - 1))) return false
  if (posAt(passage, head) === 'PROPN') return false
  const noun = wordAt(passage, head)
  return readPredicate(passage, next) === null && readGovernor(passage, first, noun) === null
}
