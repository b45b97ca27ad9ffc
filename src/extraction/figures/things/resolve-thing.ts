import { EVENTS, type EventWords } from '../events/event-vocabulary.ts'
import { eventOfNoun } from '../events/event-words.ts'
import { readChange } from '../events/read-change.ts'
import { wordAt, wordsBetween } from '../passage.ts'
import type { EventSite } from '../site.ts'
import type { NounPhrase } from './read-noun-phrase.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import { readTopic, type Topic } from './read-topic.ts'
import type { Thing } from './thing.ts'
import { thingKey, thingUnit } from './thing-key.ts'

/** A figure already read, from which one with its noun left out may take it. */
export interface Antecedent {
  readonly thing: Thing
  readonly people: boolean
}

const KILLED = EVENTS.find(({ event }) => event === 'killed') ?? null
const INJURED = EVENTS.find(({ event }) => event === 'injured') ?? null
const MISSING = EVENTS.find(({ event }) => event === 'missing') ?? null
/** Topics that count people by what happened to them. */
const TOLLS: readonly (readonly [RegExp, EventWords | null])[] = [
  [
    /\b(?:death|body|fatality) (?:toll|count)s?$|\bfatalities$|\bdeaths?$|\bdead$|\btoll$|\bkilled$/i,
    KILLED,
  ],
  [/\b(?:injuries|injured|wounded)$/i, INJURED],
  [/\bmissing$/i, MISSING],
]

/** Finds what a number counts or measures: the phrase after it, a topic before it, or the last thing counted. */
export function resolveThing(site: EventSite, last: Antecedent | null): Thing | null {
  switch (site.number.kind) {
    case 'SCORE':
      return { measure: null, key: 'score', unit: 'score', words: null }
    case 'COUNT':
      return countedThing(site, last)
    default:
      return measuredThing(site)
  }
}

function countedThing(site: EventSite, last: Antecedent | null): Thing | null {
  const { passage, phrase, event } = site
  if (phrase) return phraseThing(site, phrase)
  const people = event?.words.people === true
  if (event && !event.words.change) return elidedThing(people, last)
  const topic = readTopic(passage, site.first)
  if (topic) return topicThing(topic)
  return site.elided || site.part ? elidedThing(false, last) : null
}

function phraseThing({ passage, event }: EventSite, phrase: NounPhrase): Thing {
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  const head = wordAt(passage, phrase.head)
  const unit = thingUnit(passage, phrase)
  const own = eventOfNoun(head)
  if (own && !own.change && own.people) {
    const civilians = /\bcivilian\b/i.test(measure)
    return { measure, key: civilians ? 'civilians' : 'people', unit, words: own }
  }
  const isLives = head === 'lives' && event?.words.event === 'killed'
  return { measure, key: isLives ? 'people' : thingKey(passage, phrase), unit, words: null }
}

function elidedThing(people: boolean, last: Antecedent | null): Thing | null {
  if (last && (!people || last.people)) return { ...last.thing, words: null }
  return people ? { measure: null, key: 'people', unit: 'people', words: null } : null
}

function topicThing({ measure, key, counts }: Topic): Thing {
  const toll = TOLLS.find(([pattern]) => pattern.test(measure))
  if (toll) return { measure, key: 'people', unit: 'people', words: toll[1] }
  return { measure, key, unit: counts ? key.replaceAll('-', ' ') : null, words: null }
}

function measuredThing(site: EventSite): Thing | null {
  const { passage, phrase, first, next, number } = site
  const { unit } = number
  const change = readChange(passage, first, next)
  const isRate = number.kind === 'PERCENT' || number.kind === 'RATIO'
  if (phrase) {
    const own = eventOfNoun(wordAt(passage, phrase.head))
    if (own?.change) return changedThing(site, phrase, own)
    const measure = wordsBetween(passage, phrase.first, phrase.next)
    return { measure, key: thingKey(passage, phrase), unit, words: change?.words ?? null }
  }
  const after = isRate && wordAt(passage, number.next) === 'of' ? phraseAfter(site, /^of$/) : null
  const inside =
    after ?? (number.kind === 'MONEY' ? phraseAfter(site, /^(?:in|of|for|worth)$/) : null)
  if (inside) return { ...named(site, inside), unit, words: change?.words ?? null }
  const topic = readTopic(passage, first)
  if (!topic) return { measure: null, key: '', unit, words: change?.words ?? null }
  const own = eventOfNoun(topic.key)
  return {
    measure: topic.measure,
    key: topic.key,
    unit,
    words: change?.words ?? (own?.change ? own : null),
  }
}

/** "a 5% rise in exports": what rose follows "in" or "of". */
function changedThing(site: EventSite, phrase: NounPhrase, words: EventWords): Thing {
  const { passage, number } = site
  const inner = phraseFrom(site, phrase.next, /^(?:in|of|for)$/)
  if (inner) return { ...named(site, inner), unit: number.unit, words }
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  const key = thingKey(passage, phrase)
  const rest = key.split('-').slice(0, -1).join('-')
  return { measure, key: rest || key, unit: number.unit, words: rest ? words : null }
}

const phraseAfter = (site: EventSite, link: RegExp): NounPhrase | null =>
  phraseFrom(site, site.number.next, link)

function phraseFrom({ passage }: EventSite, at: number, link: RegExp): NounPhrase | null {
  let first = at
  if (!link.test(wordAt(passage, first))) return null
  while (/^(?:in|of|for|worth|the|its|their|his|her|all|a|an|our)$/.test(wordAt(passage, first)))
    first += 1
  const phrase = readNounPhrase(passage, first)
  const isName =
    phrase && /^\p{Lu}/u.test(passage.tokens[phrase.head]?.text ?? '') && !passage.titleCase
  return isName ? null : phrase
}

const named = ({ passage }: EventSite, phrase: NounPhrase) => ({
  measure: wordsBetween(passage, phrase.first, phrase.next),
  key: thingKey(passage, phrase),
})
