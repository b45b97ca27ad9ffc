import { type Passage, posAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import { verbSenses } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'

const GIVING = new Set(['fined', 'awarded', 'paid', 'owed', 'pledged'])
const LONGEST_RECIPIENT = 6

/** Reads a verb of money that names who gets or gives it first: "fined him $2m", "fined Norda €200m". */
export function readRecipientVerb({ passage, first, number }: Site): FigureEvent | null {
  if (number.kind !== 'MONEY') return null
  for (let at = first - 1; at >= first - LONGEST_RECIPIENT; at -= 1) {
    const sense = verbSenses(wordAt(passage, at)).find(
      ({ words, particle, counted }) =>
        particle === null && counted === 'OBJECT' && GIVING.has(words.event),
    )
    if (sense && posAt(passage, at) === 'VERB') return activeEvent(sense.words, at)
    if (!isRecipient(passage, at)) return null
  }
  return null
}

const isRecipient = (passage: Passage, at: number): boolean =>
  /^(?:PRON|PROPN|NOUN|ADJ|DET|PART)$/.test(posAt(passage, at)) ||
  /^(?:about|around|nearly|almost|more|than|over|up|to|at|least|another|some)$/.test(
    wordAt(passage, at),
  )
