import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isMass, isPlural } from '../things/plural.ts'
import type { NounPhrase } from '../things/read-noun-phrase.ts'

/**
 * Whether a number belongs to the name of what follows: "the Hot 100 chart", "the Square 44 market",
 * "12 Park Road". No plural follows such a number, and a capital stands before or after it.
 */
export function isInName(
  passage: Passage,
  { kind, first, value }: NumberReading,
  phrase: NounPhrase | null,
): boolean {
  const before = tokenAt(passage, first - 1)
  if (kind !== 'COUNT' || !phrase || !before || value === 1) return false
  if (passage.titleCase || first - 1 === passage.first) return false
  const noun = wordAt(passage, phrase.head)
  if (isPlural(noun) || isMass(noun)) return false
  if (posAt(passage, phrase.head) === 'PROPN') return true
  return /^\p{Lu}/u.test(before.text) && /^(?:PROPN|ADJ|NOUN|VERB)$/.test(before.pos)
}
