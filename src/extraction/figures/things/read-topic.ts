import type { EventWords } from '../events/event-vocabulary.ts'
import { stateSenses, verbSenses } from '../events/event-words.ts'
import { type Passage, posAt, tokenAt, wordAt, wordsBetween } from '../passage.ts'
import { isLevelVerb, isSettingVerb } from './level-verbs.ts'
import { pluralOf } from './plural.ts'
import { type NounPhrase, readNounPhrase } from './read-noun-phrase.ts'
import { subjectBefore } from './subject-before.ts'
import { nameOf, substanceKey, thingKey } from './thing-key.ts'

/** The noun phrase that a number measures from a distance: "Inflation rose to 3%", "a fine of $2m". */
export interface Topic {
  /** As written: "Inflation", "price of oil". */
  readonly measure: string
  readonly key: string
  /** Its last noun, in lower case. */
  readonly head: string
  /** Whether it says how many there are of something: "the number of cases". */
  readonly counts: boolean
  /** What happened to what it counts: "the number of people killed", "of the injured". */
  readonly words: EventWords | null
  /** The token after it. */
  readonly next: number
}

/** What may stand between a number and the verb or noun that it measures. */
const LINK =
  /^(?:of|at|to|by|from|with|about|around|some|nearly|almost|over|under|above|below|more|less|fewer|than|up|down|just|only|least|most|roughly|approximately|estimated|an|a|as|much|many|high|low|between|exactly|record|another|total|the|even|further|now|currently|still|already|well|close|near|past|worth|longer|shorter|larger|smaller|bigger|heavier|annual|annuali[sz]ed|monthly|yearly|quarterly|whopping|staggering|mere|combined|beyond|also|both|for|reported|unchanged|flat|steady|:|,)$/
/** Nouns that say how something is measured; what they measure follows "of". */
const MEASURING =
  /^(?:rates?|prices?|costs?|values?|levels?|shares?|volumes?|percentage|proportion|amounts?|total|average|index|sales|exports|imports|output|production|supply|stock|deliveries|size|price|median|margin|consumption|purchases|toll|odds|probability|chance|concentration|temperature|population)$/
const COUNTING = /^(?:number|numbers|count|tally)$/
/** Times are no topics: "a profit for the third quarter, down 12%". */
const TIME = /^(?:quarter|year|month|week|day|period|half|weekend|decade|time|years|months|today)$/
/** Pronouns that the tagger takes for nouns: "none of whom reached 5%". */
const NOBODY = /^(?:none|nobody|everybody|everyone|anybody|someone|somebody|nothing|everything)$/
const VALUED = /^(?:valued|priced|estimated|costing|averaging|measuring|weighing|totall?ing)$/
const REACH = 14
/** "puts it at 95": what it is was said before. */
const IT: Topic = { measure: 'it', key: 'it', head: 'it', counts: false, words: null, next: 0 }

/** Reads what stands before a number and is measured by it; `first` is the number's first token. */
export function readTopic(passage: Passage, first: number): Topic | null {
  // "losses exceed 890,000": the verb was read as part of the number.
  if (isLevelVerb(passage, first)) return subjectTopic(passage, first)
  let at = first - 1
  let level = false
  // "closed down 3% at $41": another amount may stand between.
  while (
    at > first - REACH &&
    (LINK.test(wordAt(passage, at)) || (level && isAmount(passage, at)))
  ) {
    level ||= /^(?:to|by|from|at)$/.test(wordAt(passage, at))
    at -= 1
  }
  at = overRange(passage, at)
  // "sold 12 million shares at $17"
  if (wordAt(passage, at + 1) === 'at' && isNounAt(passage, at)) {
    const start = startOfNouns(passage, at)
    if (posAt(passage, start - 1) === 'NUM') return topicAt(passage, start)
  }
  const verb = level ? settingVerb(passage, at) : null
  if (verb !== null) return topicOfSetting(passage, verb, first - 1)
  // "bribes totalling $3m"
  if (
    /(?<!last)ing$/.test(wordAt(passage, at)) &&
    isLevelVerb(passage, at) &&
    isNounAt(passage, at - 1)
  ) {
    return topicAt(passage, startOfRun(passage, at - 1), at)
  }
  // "the glacier thinned by 2 metres": whatever the verb, its subject is measured.
  const isBy = wordAt(passage, at + 1) === 'by' && posAt(passage, at) === 'VERB'
  const isVerb = (isBy || isLevelVerb(passage, at)) && isVerbHere(passage, at)
  if (!isVerb && isNounAt(passage, at) && at < first - 1) {
    if (isCounted(passage, at)) return null
    const bought = wordAt(passage, at + 1) === 'for' ? beforePlace(passage, at) : at
    return topicAt(passage, startOfRun(passage, bought))
  }
  return isVerb ? subjectTopic(passage, at) : null
}

/** "left its rate in a range of 4% to 5%": before the range stands what ranges. */
function overRange(passage: Passage, last: number): number {
  const isIn = /^(?:in|at|within|between)$/.test(wordAt(passage, last - 2))
  return wordAt(passage, last) === 'range' && isIn ? last - 3 : last
}

/** "a stake in the mine for $3m": what is bought stands before where it is. */
function beforePlace(passage: Passage, last: number): number {
  let at = startOfNouns(passage, last) - 1
  if (posAt(passage, at) === 'DET') at -= 1
  const isPlaced = /^(?:in|to|on|at|from)$/.test(wordAt(passage, at)) && isNounAt(passage, at - 1)
  return isPlaced ? at - 1 : last
}

const isAmount = (passage: Passage, at: number): boolean =>
  /^(?:NUM|SYM)$/.test(posAt(passage, at)) ||
  /^(?:percent|cent|per|points?|half|(?:third|quarter|fifth|tenth)s?)$/.test(wordAt(passage, at))

/** "the trip costs about $250": the tagger takes the verb for a noun. "the costs of" are one. */
function isVerbHere(passage: Passage, at: number): boolean {
  if (posAt(passage, at) !== 'NOUN') return true
  return wordAt(passage, at + 1) !== 'of' && /^(?:NOUN|PROPN)$/.test(posAt(passage, at - 1))
}

/** "Analysts had expected 2.5%": who expects is not measured. "Growth is forecast at 2%" is. */
const isExpecting = (passage: Passage, verb: number): boolean =>
  /^(?:expect(?:s|ed)?|forecasts?|forecasted|predict(?:s|ed)?|project(?:s|ed)?|estimate[sd]?|anticipate[sd]?)$/.test(
    wordAt(passage, verb),
  ) && !/^(?:is|are|was|were|be|been|being)$/.test(wordAt(passage, verb - 1))

function subjectTopic(passage: Passage, verb: number): Topic | null {
  if (isExpecting(passage, verb)) return null
  if (wordAt(passage, verb - 1) === 'it') return IT
  const subject = subjectBefore(passage, verb)
  return subject && topicAt(passage, subject.first, subject.next)
}

const isNounAt = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(posAt(passage, at)) && !/^(?:percent|%)$/.test(wordAt(passage, at))

/** "£9m, up 12%": what another number counts is not measured by this one. */
const isCounted = (passage: Passage, at: number): boolean =>
  wordAt(passage, at + 1) === ',' && posAt(passage, at - 1) === 'NUM'

/** The nearest verb of change or setting to the left, in the same clause. */
function settingVerb(passage: Passage, from: number): number | null {
  for (let at = from; at > from - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (word === '' || /^(?:[;:()“”"]|but|while|that)$/.test(word)) return null
    if (isSettingVerb(passage, at)) return at
  }
  return null
}

/** The object of a verb of setting, or its subject where it has none or is passive. */
function topicOfSetting(passage: Passage, verb: number, last: number): Topic | null {
  if (wordAt(passage, verb + 1) === 'it') return IT
  // "paintings valued at $3m"
  if (VALUED.test(wordAt(passage, verb)) && isNounAt(passage, verb - 1)) {
    return topicAt(passage, startOfRun(passage, verb - 1))
  }
  const object = skipDeterminers(passage, verb + 1)
  if (object <= last && /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, object))) {
    const topic = topicAt(passage, object)
    if (topic) return topic
  }
  return subjectTopic(passage, verb)
}

const skipDeterminers = (passage: Passage, at: number): number =>
  /^(?:DET|PRON)$/.test(posAt(passage, at)) ? at + 1 : at

/** The first token of the nouns that end at a token, with the "rate of" before them. */
function startOfRun(passage: Passage, at: number): number {
  const nouns = startOfNouns(passage, at)
  const isPer = wordAt(passage, nouns - 1) === 'per' && isNounAt(passage, nouns - 2)
  const first = isPer ? startOfNouns(passage, nouns - 2) : nouns
  const of = wordAt(passage, first - 1) === 'of' ? first - 2 : -1
  const measures = MEASURING.test(wordAt(passage, of)) || COUNTING.test(wordAt(passage, of))
  return of >= 0 && measures ? startOfNouns(passage, of) : first
}

function startOfNouns(passage: Passage, at: number): number {
  let first = at
  while (first > at - 7 && /^(?:NOUN|PROPN|ADJ)$/.test(posAt(passage, first - 1))) first -= 1
  return first
}

/** The topic whose noun phrase starts at `first` and ends before `limit`. */
export function topicAt(
  passage: Passage,
  first: number,
  limit = Number.POSITIVE_INFINITY,
): Topic | null {
  const phrase = cutAt(passage, readNounPhrase(passage, first, 'JOINED'), limit)
  if (!phrase) return null
  const head = wordAt(passage, phrase.head)
  if (TIME.test(head) || NOBODY.test(head)) return null
  const inner = wordAt(passage, phrase.next) === 'of' ? readInner(passage, phrase.next + 1) : null
  if (COUNTING.test(head) && wordAt(passage, phrase.next) === 'of') {
    const counted = countedBy(passage, { head, inner, next: phrase.next + 1 })
    if (counted) return counted
  }
  if (inner && MEASURING.test(head)) {
    const measure = wordsBetween(passage, phrase.first, inner.next)
    const kinds = posAt(passage, inner.head) === 'PROPN' ? [] : [substanceKey(passage, inner)]
    const key = nameOf([...kinds, pluralOf(head)])
    return { measure, key, head, counts: false, words: null, next: inner.next }
  }
  // "earnings per share"
  if (wordAt(passage, phrase.next) === 'per' && isNounAt(passage, phrase.next + 1)) {
    const next = phrase.next + 2
    const key = nameOf([thingKey(passage, phrase), 'per', wordAt(passage, next - 1)])
    const measure = wordsBetween(passage, phrase.first, next)
    return { measure, key, head, counts: false, words: null, next }
  }
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  // A name is measured ("Norda gained 2%") but names no metric.
  const key = isName(passage, phrase) ? '' : thingKey(passage, phrase)
  return { measure, key, head, counts: false, words: null, next: phrase.next }
}

interface CountedPhrase {
  readonly head: string
  /** The nouns after "of"; null where only a state stands there: "the number of dead". */
  readonly inner: NounPhrase | null
  readonly next: number
}

/** "the number of cases", "of people still missing", "of those injured". */
function countedBy(passage: Passage, { head, inner, next }: CountedPhrase): Topic | null {
  const first = skipDeterminers(passage, next)
  const after = inner?.next ?? first
  const at = posAt(passage, after) === 'ADV' && !readFate(passage, after) ? after + 1 : after
  const words = readFate(passage, at)
  if (inner) {
    const measure = wordsBetween(passage, inner.first, inner.next)
    return { measure, key: thingKey(passage, inner), head, counts: true, words, next: inner.next }
  }
  if (!words?.people) return null
  const measure = wordsBetween(passage, first, at + 1)
  return { measure, key: 'people', head, counts: true, words, next: at + 1 }
}

/** What became of them: "missing", "killed". */
function readFate(passage: Passage, at: number): EventWords | null {
  const word = wordAt(passage, at)
  const state = stateSenses(word).find(({ rest }) =>
    rest.every((next, i) => wordAt(passage, at + 1 + i) === next),
  )
  const verb = verbSenses(word).find(
    ({ words, counted, shapes, particle }) =>
      counted === 'OBJECT' && shapes.has('PARTICIPLE') && !particle && !words.change,
  )
  return (state ?? verb)?.words ?? null
}

/** A verb that the tagger takes for a noun ends the phrase before it: "toll rises to 31". */
function cutAt(passage: Passage, phrase: NounPhrase | null, limit: number): NounPhrase | null {
  if (!phrase || phrase.next <= limit) return phrase
  return isNounAt(passage, limit - 1) ? { ...phrase, head: limit - 1, next: limit } : null
}

const isName = (passage: Passage, { head }: NounPhrase): boolean =>
  posAt(passage, head) === 'PROPN' && !passage.titleCase

function readInner(passage: Passage, at: number): NounPhrase | null {
  const first = skipDeterminers(passage, at)
  return tokenAt(passage, first) ? readNounPhrase(passage, first) : null
}
