import { type Passage, posAt, wordAt } from '../passage.ts'
import type { EventWords } from './event-vocabulary.ts'
import { stateSenses, verbSenses } from './event-words.ts'

const SKIPPED =
  /^(?:by|about|around|some|nearly|almost|over|more|less|than|at|least|most|up|down|just|only|a|an|another|further|roughly|approximately|estimated|the|as|much|between|sharply|slightly|under)$/
const WINDOW = 7

/** What a number says of a level's change: "rose 3%", "fell by 12", "up 5%", "3% higher". */
export interface Change {
  readonly words: EventWords
  readonly at: number
}

/**
 * Reads the verb of rising or falling whose amount a number gives. After "to" and "from" a number is
 * a level, not a change.
 */
export function readChange(passage: Passage, first: number, next: number): Change | null {
  for (let at = first - 1; at > first - WINDOW; at -= 1) {
    const word = wordAt(passage, at)
    const sense = verbSenses(word).find(({ words }) => words.change)
    if (sense) return { words: sense.words, at }
    const state = /^(?:up|down)$/.test(word) && isPredicate(passage, at) ? changeState(word) : null
    if (state) return { words: state, at }
    // "climbed above $80" gives the level.
    if (/^(?:above|below|past|beyond)$/.test(word)) return null
    if (!SKIPPED.test(word) && posAt(passage, at) !== 'ADV') break
  }
  const after = changeState(wordAt(passage, next))
  return after && { words: after, at: next }
}

/** "up 3%" but not "up to 3%" and not "made up 3%". */
function isPredicate(passage: Passage, at: number): boolean {
  return wordAt(passage, at + 1) !== 'to' && !/^(?:ma[dk]es?|making)$/.test(wordAt(passage, at - 1))
}

const changeState = (word: string): EventWords | null =>
  stateSenses(word).find(({ words }) => words.change)?.words ?? null
