import { type Passage, wordAt } from '../passage.ts'
import type { EventWords } from './event-vocabulary.ts'
import { stateSenses, verbSenses } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'

const REACH = 6

/**
 * Reads to what a group that its state names happened, where a number counts some of it: "among the
 * dead were 14 children", "the injured included two nurses", "those arrested were three students".
 * @param link the token before the number and what qualifies it
 */
export function readMembership(passage: Passage, link: number): FigureEvent | null {
  if (!/^(?:were|was|are|include[sd]?)$/.test(wordAt(passage, link))) return null
  for (let at = link - 1; at > link - REACH; at -= 1) {
    if (!/^(?:the|those)$/.test(wordAt(passage, at))) continue
    const words = stateOf(wordAt(passage, at + 1))
    return words && activeEvent(words, at + 1)
  }
  return null
}

const stateOf = (word: string): EventWords | null =>
  stateSenses(word).find(({ words }) => words.people)?.words ??
  verbSenses(word).find(({ words, shapes }) => words.people && shapes.has('PARTICIPLE'))?.words ??
  null
