import { type Passage, posAt, REACH, tokenAt, wordAt, wordsBetween } from '../passage.ts'
import { pluralOf } from './plural.ts'
import { type NounPhrase, readNounPhrase } from './read-noun-phrase.ts'
import { nameOf, thingKey } from './thing-key.ts'

/** The noun phrase that a number measures from a distance: "Inflation rose to 3%", "a fine of $2m". */
export interface Topic {
  /** As written: "Inflation", "price of oil". */
  readonly measure: string
  readonly key: string
  /** What a "number of" or a toll counts; null for levels. */
  readonly counts: NounPhrase | null
}

const LINK =
  /^(?:of|at|to|by|from|with|about|around|some|nearly|almost|over|under|above|below|more|less|fewer|than|up|down|just|only|least|most|roughly|approximately|estimated|an|a|as|much|many|high|low|between|exactly|record|another|total|the|even|further|now|currently|still|already|,)$/
/** Nouns that say how something is measured; what they measure follows "of". */
const MEASURING =
  /^(?:rates?|prices?|costs?|values?|levels?|shares?|volumes?|percentage|proportion|amounts?|total|average|index|sales|exports|imports|output|production|supply|stock|level|deliveries|size|price|median|consumption|purchases|loss|losses|toll|odds|probability|chance)$/
const COUNTING = /^(?:number|numbers|count|tally)$/
const CLAUSE_STARTS =
  /^(?:[,;:()“”"–—]|that|which|who|whose|while|but|because|although|though|as|when|after|before|if|said|says|say|reported|announced|showed|shows|told|added|warned|estimated|where)$/

/** Reads what stands before a number and is measured by it; `first` is the number's first token. */
export function readTopic(passage: Passage, first: number): Topic | null {
  let at = first - 1
  while (LINK.test(wordAt(passage, at)) && at > first - REACH) at -= 1
  if (isNounAt(passage, at) && at < first - 1) {
    return topicFrom(passage, startOfRun(passage, at))
  }
  const verb = startOfVerbs(passage, at)
  if (verb === null) return null
  const clause = clauseStart(passage, verb - 1)
  return topicFrom(passage, subjectStart(passage, clause, verb))
}

const isNounAt = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(posAt(passage, at)) && !/^(?:percent|%)$/.test(wordAt(passage, at))

function startOfRun(passage: Passage, at: number): number {
  let first = at
  while (first > at - 8 && /^(?:NOUN|PROPN|ADJ)$/.test(posAt(passage, first - 1))) first -= 1
  const of = wordAt(passage, first - 1) === 'of' ? first - 2 : -1
  return of >= 0 && (MEASURING.test(wordAt(passage, of)) || COUNTING.test(wordAt(passage, of)))
    ? startOfNouns(passage, of)
    : first
}

function startOfNouns(passage: Passage, at: number): number {
  let first = at
  while (first > at - 6 && /^(?:NOUN|ADJ)$/.test(posAt(passage, first - 1))) first -= 1
  return first
}

/** The first of the verbs that end at a token ("has since risen"); null where no verb stands there. */
function startOfVerbs(passage: Passage, at: number): number | null {
  let first = at
  let found = false
  while (
    first > at - 6 &&
    /^(?:VERB|AUX|ADV|PART)$/.test(posAt(passage, first)) &&
    wordAt(passage, first) !== '’s'
  ) {
    if (posAt(passage, first) !== 'ADV') found = true
    first -= 1
  }
  return found ? first + 1 : null
}

function clauseStart(passage: Passage, from: number): number {
  let at = from
  while (at >= passage.first && at > from - REACH && !CLAUSE_STARTS.test(wordAt(passage, at)))
    at -= 1
  return at + 1
}

/** The subject's first word between a clause's start and its verb, past fronted phrases and possessors. */
function subjectStart(passage: Passage, start: number, verb: number): number {
  let at = start
  if (posAt(passage, at) === 'ADP' || posAt(passage, at) === 'CCONJ') at += 1
  for (let i = verb - 1; i > at; i -= 1) {
    const word = wordAt(passage, i)
    if (word === '’s' || word === "'s" || word === '’') return i + 1
    if (posAt(passage, i) === 'ADP') at = Math.max(at, start)
  }
  while (at < verb && /^(?:DET|PRON|ADV|NUM)$/.test(posAt(passage, at))) at += 1
  return at
}

function topicFrom(passage: Passage, first: number): Topic | null {
  const phrase = readNounPhrase(passage, first)
  if (!phrase) return null
  const head = wordAt(passage, phrase.head)
  const inner = wordAt(passage, phrase.next) === 'of' ? readInner(passage, phrase.next + 1) : null
  if (inner && COUNTING.test(head)) {
    const measure = wordsBetween(passage, inner.first, inner.next)
    return { measure, key: thingKey(passage, inner), counts: inner }
  }
  if (inner && MEASURING.test(head)) {
    const measure = wordsBetween(passage, phrase.first, inner.next)
    const words = thingKey(passage, inner).split('-')
    return { measure, key: nameOf([...singular(words), pluralOf(head)]), counts: null }
  }
  if (posAt(passage, phrase.head) === 'PROPN' && !passage.titleCase) return null
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  return { measure, key: thingKey(passage, phrase), counts: null }
}

const singular = (words: readonly string[]): readonly string[] => words

function readInner(passage: Passage, at: number): NounPhrase | null {
  const skip = /^(?:DET|PRON)$/.test(posAt(passage, at)) ? 1 : 0
  return tokenAt(passage, at + skip) ? readNounPhrase(passage, at + skip) : null
}
