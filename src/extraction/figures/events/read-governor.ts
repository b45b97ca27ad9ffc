import { type Passage, posAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import type { FigureEvent } from './figure-event.ts'
import { readGoverningNoun } from './read-governing-noun.ts'
import { readGoverningVerb } from './read-governing-verb.ts'
import { readMembership } from './read-membership.ts'
import { readRecipientVerb } from './read-recipient-verb.ts'
import { readWeaponsUsed } from './read-weapons-used.ts'

/** What may stand between a verb and the number of its object. */
const SKIPPED =
  /^(?:a|an|the|at|least|most|more|less|fewer|than|about|around|some|nearly|almost|up|to|as|many|much|another|further|additional|only|just|over|roughly|approximately|estimated|total|of|over|all|its|their|his|her|some|other|extra|under|below|above|or|perhaps|possibly|even|no|exactly|record|off|down)$/
const WINDOW = 10

/** Reads an event whose verb or noun stands before a counted thing: "intercepted 587", "the loss of 12". */
export const readGovernor = (site: Site): FigureEvent | null =>
  readNear(site) ?? readRecipientVerb(site)

function readNear(site: Site): FigureEvent | null {
  const { passage, first } = site
  for (let at = first - 1; at > first - WINDOW; at -= 1) {
    const word = wordAt(passage, at)
    const found =
      readGoverningVerb(site, at) ??
      readGoverningNoun(passage, at) ??
      readWeaponsUsed(site, at) ??
      readMembership(passage, at)
    // "waves of up to 3.5 metres" are none that somebody launched.
    const isMeasured = found?.words.event === 'launched' && site.number.kind !== 'COUNT'
    if (found && !isMeasured) return found
    // "fell to 3": the number is a level, not what fell. "up to 3" only says how many.
    if (word === 'to' && !/^(?:up|close)$/.test(wordAt(passage, at - 1))) return null
    if (word === 'at' && !/^(?:least|most)$/.test(wordAt(passage, at + 1))) return null
    if (isSecondVerb(passage, at)) at -= 1
    else if (!SKIPPED.test(word) && posAt(passage, at) !== 'ADV') return null
  }
  return null
}

/** "shot down or suppressed 89": the first of two verbs may be the one that is known. */
const isSecondVerb = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'VERB' && /^(?:and|or)$/.test(wordAt(passage, at - 1))
