import type { EventWords } from '../events/event-vocabulary.ts'
import { eventNamed, eventOfNoun, stateSenses, verbSenses } from '../events/event-words.ts'
import { readChange } from '../events/read-change.ts'
import { type Passage, posAt, wordAt, wordsBetween } from '../passage.ts'
import type { EventSite } from '../site.ts'
import type { Antecedent, Antecedents } from './antecedent.ts'
import { measuredThing } from './measured-thing.ts'
import { isPlural } from './plural.ts'
import type { NounPhrase } from './read-noun-phrase.ts'
import { readTopic, type Topic } from './read-topic.ts'
import type { Thing } from './thing.ts'
import { nameOf, thingKey, thingUnit } from './thing-key.ts'

/** Topics that count people by what happened to them. */
const TOLLS: readonly (readonly [RegExp, EventWords])[] = [
  [
    /\b(?:death|body|fatality) (?:toll|count)s?$|\bfatalities$|\bdeaths?$|\bdead$|\btoll$|\bkilled$/i,
    eventNamed('killed'),
  ],
  [/\b(?:injuries|injured|wounded)$/i, eventNamed('injured')],
  [/\bmissing$/i, eventNamed('missing')],
]
/** Smaller numbers without a noun may count anything. */
const CROWD = 10
/** "a town of 90,000" */
const SETTLEMENT =
  /^(?:town|city|village|island|community|settlement|country|nation|region|province|district|suburb|municipality|county|territory|camp)$/
/** Topics that only point back: "Kyiv put the figure at 300". */
const POINTING = /^(?:figure|number|total|count|tally|estimate|it|amount)$/

/** Finds what a number counts or measures: the phrase after it, a topic before it, or the last thing counted. */
export function resolveThing(site: EventSite, antecedents: Antecedents): Thing | null {
  const thing = thingOf(site, antecedents)
  if (!thing || !site.base) return thing
  // "cases per 100,000", but an incidence is "45 per 100,000"
  const isCounted = site.number.kind !== 'COUNT' || site.phrase || isPlural(thing.unit ?? '')
  const counted = isCounted ? thing.unit : null
  const unit = [counted, site.base.text].filter(Boolean).join(' ')
  return { ...thing, unit, rate: true }
}

function thingOf(site: EventSite, { counted, any }: Antecedents): Thing | null {
  switch (site.number.kind) {
    case 'SCORE':
      return { measure: null, key: 'score', unit: 'score', words: null }
    case 'COUNT':
      return countedThing(site, counted)
    default:
      return measuredThing(site, { counted, any })
  }
}

function countedThing(site: EventSite, last: Antecedent | null): Thing | null {
  const { passage, phrase, event } = site
  if (phrase) return phraseThing(site, phrase)
  // "The Greens lost 12 seats; Labour gained nine"
  if (last?.passage === passage && isMoved(passage, site.first)) {
    return elidedThing(site, false, last)
  }
  const people = event?.words.people === true
  if (event && !event.words.change)
    return elidedThing(site, people && !site.part, last) ?? elidedThing(site, people, null)
  const taken = site.elided || site.part ? elidedThing(site, false, last) : null
  // "200 of those who fell ill"
  if (!taken && site.part && wordAt(passage, site.next) === 'who')
    return elidedThing(site, true, null)
  if (taken) return taken
  if (isOnBoard(site)) return { measure: 'people', key: 'people', unit: 'people', words: null }
  // "Tuvalu, population 9,600,"
  if (wordAt(passage, site.first - 1) === 'population') {
    return { measure: 'population', key: 'population', unit: 'people', words: null }
  }
  const topic = readTopic(passage, site.first)
  if (topic && POINTING.test(topic.measure)) return last && { ...last.thing, words: last.words }
  if (topic?.key) return countedTopic(site, topic)
  if (topic && isQuoted(site)) return countedTopic(site, { ...topic, key: nameOf([topic.measure]) })
  if (isGoingOn(site, last)) return elidedThing(site, false, last)
  return isSubject(site) ? { measure: 'people', key: 'people', unit: 'people', words: null } : null
}

/** "Some 450,000 were left without shelter": a large number that acts by itself counts people. */
const isSubject = ({ passage, first, next, number }: EventSite): boolean =>
  (number.value ?? number.minValue ?? 0) >= CROWD &&
  number.unit === null &&
  /^(?:AUX|VERB)$/.test(posAt(passage, next)) &&
  (first === passage.first || /^(?:,|;|and|while|but)$/.test(wordAt(passage, first - 1)))

/** "The Nikkei closed at 38,904.11": an index is at a level that its name is enough for. */
const isQuoted = ({ passage, first, number }: EventSite): boolean =>
  wordAt(passage, first - 1) === 'at' && (number.value ?? 0) >= 100

/** "with 156 on board", "nine aboard" */
const isOnBoard = ({ passage, next }: EventSite): boolean =>
  wordAt(passage, next) === 'aboard' ||
  (wordAt(passage, next) === 'on' && wordAt(passage, next + 1) === 'board')

const isMoved = (passage: Passage, first: number): boolean =>
  verbSenses(wordAt(passage, first - 1)).some(({ words }) => words.change)

/** "70 million people are at risk, with 4 million under warnings": the noun of the same sentence. */
const isGoingOn = ({ passage, first, next }: EventSite, last: Antecedent | null): boolean =>
  last?.passage === passage &&
  (/^(?:ADP|ADV|VERB|AUX)$/.test(posAt(passage, next)) ||
    /^(?:that|a|an|per|each)$/.test(wordAt(passage, next)) ||
    /^(?:PROPN|VERB|AUX|ADV)$/.test(posAt(passage, first - 1)))

function phraseThing({ passage, event }: EventSite, phrase: NounPhrase): Thing {
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  const head = wordAt(passage, phrase.head)
  const unit = thingUnit(passage, phrase)
  const own = eventOfNoun(head)
  if (own && !own.change && own.people) {
    const civilians = /\bcivilian\b/i.test(measure)
    return { measure, key: civilians ? 'civilians' : 'people', unit, words: own }
  }
  // "three of the dead"
  const state = stateSenses(head).find(({ words }) => words.people)
  if (state) return { measure, key: 'people', unit: head, words: state.words }
  const isLives = head === 'lives' && event?.words.event === 'killed'
  return { measure, key: isLives ? 'people' : thingKey(passage, phrase), unit, words: null }
}

/** A number alone takes its noun from its own sentence; "others" and "of them" from one before. */
const isNear = ({ passage, elided, part }: EventSite, last: Antecedent): boolean =>
  last.passage === passage || elided || part !== null

function elidedThing(site: EventSite, people: boolean, last: Antecedent | null): Thing | null {
  if (last && (!people || last.words?.people) && isNear(site, last)) {
    const { measure } = last.thing
    // What a death toll counts are people; the injured beside it are no toll.
    const isToll = TOLLS.some(([pattern]) => pattern.test(measure ?? ''))
    return { ...last.thing, measure: isToll && site.event ? null : measure, words: null }
  }
  return people ? { measure: 'people', key: 'people', unit: 'people', words: null } : null
}

/** "unemployment rose by 17,000" is a change of it, "a town of 90,000" a population. */
function countedTopic({ passage, first, number, next }: EventSite, topic: Topic): Thing {
  const link = wordAt(passage, first - 1)
  if (link === 'of' && SETTLEMENT.test(topic.head)) {
    return { measure: topic.measure, key: 'population', unit: 'people', words: null }
  }
  // "in front of 58,000"
  if (link === 'of' && topic.head === 'front') {
    return { measure: null, key: 'crowds', unit: 'people', words: null }
  }
  const thing = topicThing(topic)
  return link === 'by' && !thing.words
    ? { ...thing, words: readChange(passage, number.first, next) }
    : thing
}

function topicThing({ measure, key, words }: Topic): Thing {
  const named = measure.split(/ (?:of|from|in) /)[0] ?? measure
  const toll = TOLLS.find(([pattern]) => pattern.test(named))
  if (toll) return { measure, key: 'people', unit: 'people', words: toll[1] }
  const isCrowd = /(?:population|attendance|crowd|crowds|audience)$/.test(key)
  return { measure, key, unit: isCrowd ? 'people' : key.replaceAll('-', ' '), words }
}
