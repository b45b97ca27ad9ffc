import { type Passage, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import { eventNamed } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'
import { isAirborne } from './is-airborne.ts'

const ATTACKING =
  /^(?:(?:attack|target|pound|bombard|pummel|batter|hammer|assault|raid|shell)(?:s|ed|ing)?|str(?:uck|ikes?|iking)|hit(?:s|ting)?)$/
const ATTACK = /^(?:attack|strike|raid|assault|bombardment|barrage|wave|salvo|onslaught)s?$/
const INVOLVED =
  /^(?:involv(?:ed|es|ing)|includ(?:ed|es)|featur(?:ed|es|ing)|compris(?:ed|es|ing)|saw)$/
const USED = /^(?:used|uses|using|employed|employing)$/
const REACH = 10

/**
 * Reads weapons that were used, and so launched: "attacked Kyiv with 112 drones", "the strike
 * involved 40 missiles", "used 500 drones". `link` is the token before the number and what qualifies it.
 */
export function readWeaponsUsed({ passage, phrase }: Site, link: number): FigureEvent | null {
  if (!phrase || !isAirborne(wordAt(passage, phrase.head))) return null
  const word = wordAt(passage, link)
  const isUse =
    USED.test(word) ||
    (word === 'with' && isBehind(passage, link, ATTACKING)) ||
    (INVOLVED.test(word) && isBehind(passage, link, ATTACK))
  return isUse ? activeEvent(eventNamed('launched'), link) : null
}

function isBehind(passage: Passage, from: number, pattern: RegExp): boolean {
  for (let at = from - 1; at > from - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (pattern.test(word)) return true
    if (word === '' || /^[.;:()]$/.test(word)) return false
  }
  return false
}
