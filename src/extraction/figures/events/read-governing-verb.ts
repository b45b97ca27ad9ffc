import { type Passage, posAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import type { EventWords } from './event-vocabulary.ts'
import { eventNamed, type VerbSense, verbSenses } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'
import { isAirborne } from './is-airborne.ts'

const TAKES_LIVES = /^(?:claim(?:ed|s|ing)?|cost(?:s|ing)?|took|takes|taken|taking)$/
const WINDOW = 10

/** Reads the verb at a token whose object a site counts: "intercepted" of "intercepted 587 drones". */
export function readGoverningVerb(site: Site, at: number): FigureEvent | null {
  const { passage, phrase } = site
  const word = wordAt(passage, at)
  const noun = phrase ? wordAt(passage, phrase.head) : ''
  if (noun === 'lives' && TAKES_LIVES.test(word)) return activeEvent(eventNamed('killed'), at)
  if (word === 'dead' && wordAt(passage, at - 1) === 'shot') {
    return activeEvent(eventNamed('killed'), at - 1)
  }
  const sense = verbSenses(word).find((found) => isObjectSense(site, at, found))
  if (!sense || !isVerbHere(passage, at) || isUpOrDown(site, at, sense)) return null
  if (isReached(site, sense)) return null
  // "were killed 3" is no active voice, but "was fined $2m" gives the amount.
  const isPassive = isAfterBe(passage, at) && sense.shapes.has('PARTICIPLE')
  if (isPassive && site.number.kind !== 'MONEY') return null
  const isAloft = isInAir(passage, at, noun) || isOver(site, noun)
  return activeEvent(isAloft ? inAir(sense.words) : sense.words, at)
}

function isObjectSense({ passage, first }: Site, at: number, sense: VerbSense): boolean {
  const { words, counted, particle } = sense
  if (words.change || counted === 'SUBJECT') return false
  return particle === null || (at + 1 < first && wordAt(passage, at + 1) === particle)
}

function isVerbHere(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  // "shot down 7": "down" is no verb of its own here.
  if (verbSenses(wordAt(passage, at - 1)).some(({ particle }) => particle === word)) return false
  if (/^(?:down|back)$/.test(word)) return isAfterSubject(passage, at)
  // "a raise of 3%", "the cut of 200 jobs" are nouns.
  return posAt(passage, at) !== 'NOUN' || !/^(?:DET|ADJ)$/.test(posAt(passage, at - 1))
}

/** "air defences down 12 drones", "voters back the plan"; but "shot down 12", "pay back $2m". */
const isAfterSubject = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'VERB' && posAt(passage, at - 1) !== 'VERB'

/** "temperatures hit 47 degrees", "sales hit 3 million": a level, not an attack. */
const isReached = ({ number, phrase }: Site, { words }: VerbSense): boolean =>
  words.event === 'attacked' && (number.kind !== 'COUNT' || phrase === null)

/** "closed up 3%": the amount is of the rise, not of the closing. */
function isUpOrDown({ passage, first }: Site, verb: number, { particle }: VerbSense): boolean {
  if (particle !== null) return false
  for (let at = verb + 1; at < first; at += 1) {
    const isMove = /^(?:up|down|higher|lower)$/.test(wordAt(passage, at))
    if (isMove && wordAt(passage, at + 1) !== 'to') return true
  }
  return false
}

function isAfterBe(passage: Passage, at: number): boolean {
  for (let i = at - 1; i > at - 3; i -= 1) {
    if (/^(?:is|are|was|were|been|being)$/.test(wordAt(passage, i))) return true
    if (posAt(passage, i) !== 'ADV') return false
  }
  return false
}

const inAir = (words: EventWords): EventWords =>
  words.event === 'destroyed' ? eventNamed('intercepted') : words

/** "intercepted and destroyed 12 drones", "air defences destroyed 12 drones": it was in the air. */
function isInAir(passage: Passage, verb: number, noun: string): boolean {
  if (/^(?:and|or)$/.test(wordAt(passage, verb - 1))) {
    const first = verbSenses(wordAt(passage, verb - 2)).find(({ particle }) => particle === null)
    if (first?.words.event === 'intercepted') return true
  }
  return isAirborne(noun) && isByAirDefence(passage, verb)
}

/** "destroyed 68 drones over six regions" */
const isOver = ({ passage, next }: Site, noun: string): boolean =>
  isAirborne(noun) && wordAt(passage, next) === 'over'

function isByAirDefence(passage: Passage, verb: number): boolean {
  for (let at = verb - 1; at > verb - WINDOW; at -= 1) {
    const word = wordAt(passage, at)
    if (/^anti-?aircraft$/.test(word)) return true
    const isDefence = /^defen[cs]es?$/.test(word)
    if (isDefence && /^(?:air|-)$/.test(wordAt(passage, at - 1))) return true
  }
  return false
}
