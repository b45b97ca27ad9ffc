import { type Passage, wordAt } from '../passage.ts'
import { eventNamed, eventOfNounOf, stateSenses, verbSenses } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'

const ATTACK = /^(?:attacks?|strikes?|raids?|assaults?|bombardments?|barrages?|waves?|salvos?)$/
const CONTROL = /^(?:control|possession)$/
const PUT_REACH = 10
const LOSING = /^los(?:t|e|es|ing)$/

/**
 * Reads a noun of something that happened, with the preposition at a token: "attacks with 635
 * drones", "control over two towns", "the arrest of 12".
 */
export function readGoverningNoun(passage: Passage, link: number): FigureEvent | null {
  const at = link - 1
  const noun = wordAt(passage, at)
  switch (wordAt(passage, link)) {
    case 'with':
    case 'using':
    case 'involving':
      return ATTACK.test(noun) ? activeEvent(eventNamed('launched'), at) : null
    case 'over':
      return controlOver(passage, at)
    case 'of': {
      if (ATTACK.test(noun)) return activeEvent(eventNamed('launched'), at)
      const words = eventOfNounOf(noun)
      return words ? activeEvent(words, at) : controlOver(passage, at)
    }
    case 'at':
      return lossesPutAt(passage, link)
    case ':': {
      // "Killed: 3, wounded: 12"
      const sense = verbSenses(noun).find(({ shapes }) => shapes.has('PARTICIPLE'))
      const state = stateSenses(noun).find(({ words, rest }) => words.people && rest.length === 0)
      const words = (sense ?? state)?.words
      return words ? activeEvent(words, at) : null
    }
    default:
      return null
  }
}

/** "put Russian losses over the past day at 1,180 personnel" */
function lossesPutAt(passage: Passage, link: number): FigureEvent | null {
  for (let at = link - 1; at > link - PUT_REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (/^(?:losses|casualties)$/.test(word)) return activeEvent(eventNamed('lost'), at)
    if (word === '' || /^[.,;:()]$/.test(word)) return null
  }
  return null
}

function controlOver(passage: Passage, at: number): FigureEvent | null {
  if (!CONTROL.test(wordAt(passage, at))) return null
  const isLost = LOSING.test(wordAt(passage, at - 1))
  return activeEvent(eventNamed(isLost ? 'lost' : 'captured'), at)
}
