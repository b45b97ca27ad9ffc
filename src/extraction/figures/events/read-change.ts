import { type Passage, posAt, wordAt } from '../passage.ts'
import type { EventWords } from './event-vocabulary.ts'
import { eventNamed, stateSenses, verbSenses } from './event-words.ts'
import { formsOf } from './inflect.ts'

const SKIPPED =
  /^(?:by|about|around|some|nearly|almost|over|more|less|than|at|least|most|up|down|just|only|a|an|another|further|roughly|approximately|estimated|the|as|much|between|sharply|slightly)$/
const WINDOW = 7
/** How far before "by" the verb stands whose object lies between: "cut its rate by 25 points". */
const OBJECT_REACH = 12

/** Verbs that move their object, for amounts after "by". */
const RAISING = 'raise boost lift hike increase expand widen double improve'
const LOWERING = 'cut slash trim lower reduce narrow decrease shrink curb'

const INCREASED = eventNamed('increased')
const DECREASED = eventNamed('decreased')
const MOVED = new Map<string, EventWords>([
  ...[...formsOf(RAISING)].map((form) => [form, INCREASED] as const),
  ...[...formsOf(LOWERING)].map((form) => [form, DECREASED] as const),
])

/**
 * Reads the verb of rising or falling whose amount a number gives: "rose 3%", "cut its rate by 25
 * points", "up 5%", "3% higher". After "to", "from" and "above" a number is a level, not a change.
 * @param first the number's first token, without its qualifier
 * @param next the token after number and thing
 */
export function readChange(passage: Passage, first: number, next: number): EventWords | null {
  for (let at = first - 1; at > first - WINDOW; at -= 1) {
    const word = wordAt(passage, at)
    if (/^(?:above|below|past|beyond|under)$/.test(word)) return null
    const sense = verbSenses(word).find(({ words }) => words.change)
    if (sense) return sense.words
    if (/^(?:up|down)$/.test(word) && isPredicate(passage, at)) return stateOfChange(word)
    if (word === 'by') return changeByObject(passage, at) ?? nextChange(passage, at, first)
    if (!SKIPPED.test(word) && posAt(passage, at) !== 'ADV') break
  }
  return stateOfChange(wordAt(passage, next)) ?? comparison(passage, next)
}

/** "15 per cent fewer than last year" */
function comparison(passage: Passage, next: number): EventWords | null {
  const than = wordAt(passage, next) === 'than' ? next : next + 1
  if (wordAt(passage, than) !== 'than') return null
  switch (wordAt(passage, than - 1)) {
    case 'more':
      return eventNamed('increased')
    case 'fewer':
    case 'less':
      return eventNamed('decreased')
    default:
      return null
  }
}

/** The verb right before "by": "fell sharply by 3%". */
function nextChange(passage: Passage, by: number, first: number): EventWords | null {
  for (let at = by - 1; at > first - WINDOW; at -= 1) {
    const sense = verbSenses(wordAt(passage, at)).find(({ words }) => words.change)
    if (sense) return sense.words
    if (posAt(passage, at) !== 'ADV') return null
  }
  return null
}

/** The verb whose object stands between it and "by". */
function changeByObject(passage: Passage, by: number): EventWords | null {
  for (let at = by - 1; at > by - OBJECT_REACH; at -= 1) {
    const words = MOVED.get(wordAt(passage, at))
    if (words && posAt(passage, at) === 'VERB') return words
    if (/^(?:PUNCT|NUM|SCONJ|SPACE)$/.test(posAt(passage, at))) return null
  }
  return null
}

/** "up 3%" but not "up to 3%" and not "made up 3%". */
function isPredicate(passage: Passage, at: number): boolean {
  return wordAt(passage, at + 1) !== 'to' && !/^(?:ma[dk]es?|making)$/.test(wordAt(passage, at - 1))
}

const stateOfChange = (word: string): EventWords | null =>
  stateSenses(word).find(({ words }) => words.change)?.words ?? null
