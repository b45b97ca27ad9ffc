import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { EventWords } from './event-vocabulary.ts'
import { EVENTS } from './event-vocabulary.ts'
import { eventOfNounOf, verbSenses } from './event-words.ts'
import type { FigureEvent } from './figure-event.ts'

const SKIPPED =
  /^(?:a|an|the|at|least|most|more|less|fewer|than|about|around|some|nearly|almost|up|to|as|many|much|another|further|additional|only|just|over|roughly|approximately|estimated|total|of|over|all|its|their|his|her|some|other|extra|under|below|above|or|perhaps|possibly|even|no|exactly|record|off|down)$/
const ATTACK = /^(?:attacks?|strikes?|raids?|assaults?|bombardments?|barrages?|waves?|salvos?)$/
const CONTROL = /^(?:control|possession)$/
const CAPTURED = EVENTS.find(({ event }) => event === 'captured')
const LOST = EVENTS.find(({ event }) => event === 'lost')
const LAUNCHED = EVENTS.find(({ event }) => event === 'launched')
const KILLED = EVENTS.find(({ event }) => event === 'killed')
const INTERCEPTED = EVENTS.find(({ event }) => event === 'intercepted')
const IN_THE_AIR = /^(?:drones?|missiles?|rockets?|uavs?|shells?|projectiles?)$/
const WINDOW = 10

/** Reads an event whose verb or noun stands before a counted thing: "intercepted 587", "the loss of 12". */
export function readGovernor(passage: Passage, first: number, noun: string): FigureEvent | null {
  for (let at = first - 1; at > first - WINDOW; at -= 1) {
    const word = wordAt(passage, at)
    const found = readVerb(passage, at, first, noun) ?? readNoun(passage, at)
    if (found) return found
    // "fell to 3": the number is a level, not what fell. "up to 3" only says how many.
    if (word === 'to' && !/^(?:up|close)$/.test(wordAt(passage, at - 1))) return null
    if (word === 'at' && !/^(?:least|most)$/.test(wordAt(passage, at + 1))) return null
    if (!SKIPPED.test(word) && posAt(passage, at) !== 'ADV') return null
  }
  return null
}

function readVerb(passage: Passage, at: number, first: number, noun: string): FigureEvent | null {
  const word = wordAt(passage, at)
  if (
    /^(?:claim(?:ed|s|ing)?|cost(?:s|ing)?|took|takes|taken|taking)$/.test(word) &&
    noun === 'lives'
  ) {
    return active(KILLED, at)
  }
  if (word === 'dead' && wordAt(passage, at - 1) === 'shot') return active(KILLED, at - 1)
  // "shot down 7": "down" is no verb of its own here.
  if (verbSenses(wordAt(passage, at - 1)).some(({ particle }) => particle === word)) return null
  if (word === 'down' && posAt(passage, at) !== 'VERB') return null
  // "a raise of 3%", "the cut of 200 jobs" are nouns.
  const isNoun = posAt(passage, at) === 'NOUN' && /^(?:DET|ADJ)$/.test(posAt(passage, at - 1))
  if (isNoun) return null
  for (const sense of verbSenses(word)) {
    const { words, counted, particle, shapes } = sense
    if (counted === 'SUBJECT' && !words.change) continue
    if (words.change) continue
    if (particle && !hasParticle(passage, at, first, particle)) continue
    if (isPassive(passage, at) && shapes.has('PARTICIPLE') && !isMoney(passage, first)) return null
    if (isUpOrDown(passage, at, first) && particle === null) return null
    return active(withPartner(passage, at, words, noun), at)
  }
  return null
}

/** "intercepted and destroyed 12 drones", "air defences destroyed 12 drones": it was in the air. */
function withPartner(passage: Passage, at: number, words: EventWords, noun: string): EventWords {
  if (words.event !== 'destroyed') return words
  const first = /^(?:and|or)$/.test(wordAt(passage, at - 1))
    ? verbSenses(wordAt(passage, at - 2)).find(({ particle }) => particle === null)
    : undefined
  if (first?.words.event === 'intercepted') return first.words
  const isInAir = IN_THE_AIR.test(noun) && isByAirDefence(passage, at)
  return isInAir && INTERCEPTED ? INTERCEPTED : words
}

function isByAirDefence(passage: Passage, verb: number): boolean {
  for (let at = verb - 1; at > verb - WINDOW; at -= 1) {
    if (/^(?:anti-aircraft|antiaircraft)$/.test(wordAt(passage, at))) return true
    if (/^defen[cs]es?$/.test(wordAt(passage, at)) && /^(?:air|-)$/.test(wordAt(passage, at - 1))) {
      return true
    }
  }
  return false
}

/** "closed up 3%": the amount is of the rise, not of the closing. */
function isUpOrDown(passage: Passage, verb: number, first: number): boolean {
  for (let at = verb + 1; at < first; at += 1) {
    if (
      /^(?:up|down|higher|lower)$/.test(wordAt(passage, at)) &&
      wordAt(passage, at + 1) !== 'to'
    ) {
      return true
    }
  }
  return false
}

/** "was fined $2m": money is what the passive gives, not whom it is done to. */
const isMoney = (passage: Passage, first: number): boolean =>
  /^(?:[A-Z]{1,3})?[$€£¥₹]/u.test(tokenAt(passage, first)?.text ?? '') ||
  [1, 2, 3].some((step) =>
    /^(?:euros?|dollars|pounds|roubles|rubles|yuan|yen)$/.test(wordAt(passage, first + step)),
  )

function hasParticle(passage: Passage, at: number, first: number, particle: string): boolean {
  return at + 1 < first && wordAt(passage, at + 1) === particle
}

/** "were killed 3" is no active voice. */
function isPassive(passage: Passage, at: number): boolean {
  for (let i = at - 1; i > at - 3; i -= 1) {
    if (/^(?:is|are|was|were|been|being)$/.test(wordAt(passage, i))) return true
    if (posAt(passage, i) !== 'ADV') return false
  }
  return false
}

/** Nouns with a preposition: "attacks with 635 drones", "control over two towns", "the arrest of 12". */
function readNoun(passage: Passage, at: number): FigureEvent | null {
  const noun = wordAt(passage, at - 1)
  const link = wordAt(passage, at)
  if (ATTACK.test(noun) && /^(?:with|using|involving|of)$/.test(link))
    return active(LAUNCHED, at - 1)
  if (CONTROL.test(noun) && /^(?:over|of)$/.test(link)) {
    const isLost = /^los(?:t|e|es|ing)$/.test(wordAt(passage, at - 2))
    return active(isLost ? LOST : CAPTURED, at - 1)
  }
  // "Killed: 3, wounded: 12"
  const listed =
    link === ':' ? verbSenses(noun).find(({ shapes }) => shapes.has('PARTICIPLE')) : null
  if (listed) return active(listed.words, at - 1)
  const words = link === 'of' ? eventOfNounOf(noun) : null
  return words ? active(words, at - 1) : null
}

const active = (words: EventWords | undefined, at: number): FigureEvent | null =>
  words ? { words, at, spanNext: null, counted: 'OBJECT', passive: false } : null
