import type { EventWords } from '../events/event-vocabulary.ts'
import { eventOfNoun } from '../events/event-words.ts'
import { readChange } from '../events/read-change.ts'
import { type Passage, posAt, wordAt, wordsBetween } from '../passage.ts'
import { penaltyKey } from '../rejections/is-placing-duration.ts'
import type { EventSite } from '../site.ts'
import type { Antecedent, Antecedents } from './antecedent.ts'
import { dimensionOf, dimensionOfAdjective } from './dimension.ts'
import { isLevelVerb } from './level-verbs.ts'
import { type NounPhrase, readNounPhrase } from './read-noun-phrase.ts'
import { readTopic, type Topic, topicAt } from './read-topic.ts'
import type { Thing } from './thing.ts'
import { nameOf, thingKey } from './thing-key.ts'

/** Nouns that are lengths of time themselves. */
const LENGTH =
  /^(?:sentences?|terms?|bans?|delays?|waits?|times?|durations?|expectancy|suspension|age|extension|average|lifespan)$/
/** Wholes that a share is given of while it measures something else: "a deficit of 5% of GDP". */
const YARDSTICK = /^(?:gdp|output|capacity|total|levels?|average|normal|product)$/

/** Finds what an amount of money, a share, a measure or a length of time measures. */
export function measuredThing(site: EventSite, { counted, any }: Antecedents): Thing {
  const { passage, phrase, next, number } = site
  const change = readChange(passage, number.first, next)
  if (phrase && !isYardstick(site, phrase) && !isLevelOf(site, any))
    return phraseThing(site, phrase, { change, previous: any })
  if (site.part === 'OF_PRONOUN') return pronounThing(site, counted)
  const topic = isGoverned(site) ? null : topicOf(site, any)
  const isAgain = topic !== null && isExpectation(topic) && any?.passage === passage
  if (topic && topic.head !== 'it' && !isAgain)
    return topicThing(site, topic, { change, previous: any })
  const isOfCounted = isActing(site) || any?.site.number.kind === 'DURATION'
  const shared = sharedThing(site, isOfCounted ? (counted ?? any) : any, change)
  return shared ?? bareThing(site, change)
}

function phraseThing(
  site: EventSite,
  phrase: NounPhrase,
  { change, previous }: TopicOptions,
): Thing {
  const { passage, number } = site
  const own = eventOfNoun(wordAt(passage, phrase.head))
  if (own?.change && wordAt(passage, number.next) !== 'of') {
    // "52 executions, a 40% increase on 2024"
    const isBare = phrase.first === phrase.head && !phraseFrom(site, phrase.next)
    const isAgain = isBare && previous?.passage === passage && previous.thing.measure !== null
    return isAgain ? changed(previous.thing, number.unit, own) : changedThing(site, phrase, own)
  }
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  const key = keyOf(site, thingKey(passage, phrase))
  const thing = { measure, key, unit: number.unit, words: change }
  return isShare(site) && !change ? { ...thing, share: true } : thing
}

/** "3%, beating expectations of 2%" measures the same; "its growth forecast" is something of its own. */
const isExpectation = ({ head, key }: Topic): boolean =>
  /^(?:expectations?|estimates?|consensus|forecasts?|predictions?)$/.test(head) &&
  /^(?:[a-z]+ing-)?[a-z]+$/.test(key)

/** "half of them": the last things counted; "3% of those who": nobody named. */
function pronounThing({ passage, next, number }: EventSite, counted: Antecedent | null): Thing {
  const { unit } = number
  if (wordAt(passage, next - 1) === 'those' || !counted) {
    return { measure: wordAt(passage, next - 1), key: '', unit, words: null }
  }
  const { measure, key } = counted.thing
  return { measure, key, unit, words: null, share: true }
}

/** "a further 12 percent had paid": who acts is counted, even where something was measured since. */
const isActing = ({ passage, number, next }: EventSite): boolean =>
  (number.kind === 'PERCENT' || number.kind === 'RATIO') && posAt(passage, next) === 'AUX'

/** What the figure before measures, where this one stands in for it: "£420m, down 12%". */
function sharedThing(
  site: EventSite,
  previous: Antecedent | null,
  change: EventWords | null,
): Thing | null {
  const { passage, first, next, number } = site
  const { unit } = number
  if (!previous || previous.passage !== passage) return null
  const { thing } = previous
  // "1.8 km long and 145 metres high"
  if (number.kind === 'MEASURE' && thing.measure && dimensionOfAdjective(wordAt(passage, next))) {
    const key = keyOf(site, nameOf([thing.measure]))
    return { measure: thing.measure, key, unit, words: null }
  }
  const isShareOf = number.kind === 'PERCENT' || number.kind === 'RATIO'
  const isSmallMoney = number.unit === 'cents' || number.unit === 'pence'
  if (thing.measure === null || !(isShareOf || isSmallMoney || thing.unit === unit)) return null
  // "rose 2% in May and 5% in June"
  const words = change ?? (wordAt(passage, first - 1) === 'and' ? previous.words : null)
  if (words?.change) return changed(thing, unit, words)
  // "won 51% of the vote, beating Orr on 49%"
  const isWon = thing.share && previous.words?.event === 'won'
  const isShare =
    number.kind === 'RATIO' || (number.kind === 'PERCENT' && previous.site.number.kind === 'COUNT')
  const shared = { ...thing, unit, words: isWon ? previous.words : null }
  return isShare ? { ...shared, share: true } : shared
}

function bareThing(site: EventSite, words: EventWords | null): Thing {
  const { passage, number } = site
  const use = number.kind === 'MONEY' && !site.event ? usedFor(site) : null
  if (use) return { ...use, unit: number.unit, words }
  const { unit, kind, start, end } = number
  const written = passage.text.slice(start, end).match(/\p{L}+$/u)?.[0] ?? null
  const isPrison = /^(?:prison|jail)$/.test(wordAt(passage, number.next + 1))
  const isNamedByUnit = unit === 'magnitude'
  const measure =
    kind === 'DURATION' ? (isPrison ? 'prison' : written) : isNamedByUnit ? unit : null
  return { measure, key: fallbackKey(site), unit, words }
}

/** "$5 billion for interceptor drones" */
function usedFor(site: EventSite): Pick<Thing, 'measure' | 'key'> | null {
  const { passage, next } = site
  const phrase = wordAt(passage, next) === 'for' ? phraseFrom(site, next) : null
  if (!phrase) return null
  return { measure: wordsBetween(passage, phrase.first, phrase.next), key: '' }
}

/** "profit of £420m, down 12%": the change of a level is no share of it. */
const changed = ({ measure, key }: Thing, unit: string | null, words: EventWords): Thing => ({
  measure,
  key,
  unit,
  words,
})

const isYardstick = ({ passage, number }: EventSite, { head }: NounPhrase): boolean =>
  wordAt(passage, number.next) === 'of' && YARDSTICK.test(wordAt(passage, head))

/** "losses fell from 23% of power bought to 22%": the level is of the losses. */
function isLevelOf(site: EventSite, previous: Antecedent | null): boolean {
  const { passage, first, number } = site
  const isLevel = number.kind === 'PERCENT' && /^(?:from|to)$/.test(wordAt(passage, first - 1))
  if (!isLevel || wordAt(passage, number.next) !== 'of') return false
  return (topicOf(site, previous)?.key ?? '') !== ''
}

/** "70% of adults", "one in five children"; a "25% tariff" is a rate. */
const isShare = ({ passage, number }: EventSite): boolean =>
  number.kind === 'RATIO' ||
  (number.kind === 'PERCENT' && /^(?:of|among)$/.test(wordAt(passage, number.next)))

/** "a 5% rise in exports": what rose follows "in" or "of". */
function changedThing(site: EventSite, phrase: NounPhrase, words: EventWords): Thing {
  const { passage, number } = site
  const inner = phraseFrom(site, phrase.next)
  if (inner) {
    const measure = wordsBetween(passage, inner.first, inner.next)
    return { measure, key: thingKey(passage, inner), unit: number.unit, words }
  }
  const measure = wordsBetween(passage, phrase.first, phrase.next)
  const key = thingKey(passage, phrase)
  const rest = key.split('-').slice(0, -1).join('-')
  return { measure, key: rest || key, unit: number.unit, words: rest ? words : null }
}

/** "paid €85m", "seized 40 kg": the verb says it all. */
const isGoverned = ({ event, number }: EventSite): boolean =>
  event !== null && !event.words.change && event.at < number.first

/** A length of time measures only what is one: "a sentence of 12 years". */
function topicOf(site: EventSite, previous: Antecedent | null): Topic | null {
  const { passage, first, number } = site
  if (number.kind === 'DURATION' && /^(?:prison|jail)$/.test(wordAt(passage, number.next + 1))) {
    return null
  }
  if (isWay(site) || isAside(site, previous)) return null
  const topic = readFronted(site) ?? readTopic(passage, first) ?? readLabel(site)
  const isTaken = /^(?:took|takes?|taking|last(?:s|ed|ing)?)$/.test(wordAt(passage, first - 1))
  const isLength = topic !== null && (isTaken || LENGTH.test(topic.head))
  return number.kind === 'DURATION' && !isLength ? null : topic
}

/** "died in attacks in Borno, a third more than": said of the figure before, not of where it was. */
function isAside({ passage, number, first }: EventSite, previous: Antecedent | null): boolean {
  if (previous?.passage !== passage || previous.thing.measure === null) return false
  if (number.kind !== 'PERCENT' && number.kind !== 'RATIO') return false
  const isMoved = /^(?:up|down)$/.test(wordAt(passage, first - 1))
  const comma = isMoved ? first - 2 : first - 1
  const isCompared =
    isMoved || /^(?:more|fewer|less|higher|lower|up|down)$/.test(wordAt(passage, number.next))
  if (!isCompared || wordAt(passage, comma) !== ',') return false
  let at = comma - 1
  while (at > comma - 6 && /^(?:NOUN|PROPN|ADJ)$/.test(posAt(passage, at))) at -= 1
  if (posAt(passage, at) === 'DET') at -= 1
  return /^(?:for|in|at|on|from|by|to|with)$/.test(wordAt(passage, at))
}

/** "At $94,000, a transplant costs a quarter of that": what the sentence goes on with. */
function readFronted({ passage, first, number }: EventSite): Topic | null {
  const isFronted = first - 1 === passage.first && wordAt(passage, passage.first) === 'at'
  if (!isFronted || wordAt(passage, number.next) !== ',') return null
  const at = number.next + 1
  const start = /^(?:DET|PRON)$/.test(posAt(passage, at)) ? at + 1 : at
  // The tagger takes "costs" for a noun, but an object follows.
  const verb = [1, 2, 3, 4].find(
    (step) =>
      isLevelVerb(passage, start + step) && /^(?:DET|NUM)$/.test(posAt(passage, start + step + 1)),
  )
  return topicAt(passage, start, verb === undefined ? undefined : start + verb)
}

/** "troops advanced 4 km": how far somebody moved measures nobody. */
const isWay = ({ passage, first, number }: EventSite): boolean =>
  number.kind === 'MEASURE' &&
  dimensionOf(number.unit ?? '') === 'distance' &&
  /^(?:advanced?|advances|advancing|moved?|marched|walked|ran|swam|flew|drove|travelled|traveled|sailed|cycled|pushed|retreated)$/.test(
    wordAt(passage, first - 1),
  )

/** A noun right before a share or sum that stands alone, as in headlines and tables: "turnout 60.9%". */
function readLabel({ passage, first, next, number }: EventSite): Topic | null {
  // "snow up to 90 cm deep", "prices 22% higher"
  const isCompared =
    number.kind === 'PERCENT'
      ? isComparative(passage, next)
      : number.kind === 'MEASURE' && dimensionOfAdjective(wordAt(passage, next)) !== null
  const isEnd = /^$|^[.,;:)–—-]$/.test(wordAt(passage, next))
  if (number.kind === 'DURATION' || !(isEnd || isCompared)) return null
  let start = first
  while (start > first - 5 && /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, start - 1))) start -= 1
  const isAlone = /^$|^[;:,–—(]$/.test(wordAt(passage, start - 1))
  return (isAlone || isCompared) && start < first ? topicAt(passage, start, first) : null
}

/** "left prices 22% higher", "made the rains 5% more intense" */
const isComparative = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'ADJ'
    ? /er$/.test(wordAt(passage, at))
    : /^(?:more|less)$/.test(wordAt(passage, at)) && posAt(passage, at + 1) === 'ADJ'

interface TopicOptions {
  readonly change: EventWords | null
  readonly previous: Antecedent | null
}

function topicThing(site: EventSite, topic: Topic, { change, previous }: TopicOptions): Thing {
  const { number, next, passage } = site
  const { measure, key, head } = topic
  // A storm surge rises, but it is what is measured.
  const own = head === 'growth' || key.startsWith('storm-') ? null : eventOfNoun(head)
  const inner = own?.change ? phraseFrom(site, next) : null
  if (own?.change && inner) {
    const what = wordsBetween(passage, inner.first, inner.next)
    return { measure: what, key: thingKey(passage, inner), unit: number.unit, words: own }
  }
  // "sold 2 million cars, a rise of 8%"
  if (own?.change && previous?.passage === passage) {
    return { ...previous.thing, unit: number.unit, words: own }
  }
  const thing = { measure, key: keyOf(site, key), unit: number.unit, words: change }
  const isWorth = number.kind === 'MONEY' && /^(?:worth|valued|for)$/.test(linkBefore(site))
  return isWorth ? { ...thing, worth: true } : thing
}

/** The word that ties a number to its topic: "worth", "valued" of "valued at". */
function linkBefore({ passage, first }: EventSite): string {
  const word = wordAt(passage, first - 1)
  return word === 'at' ? wordAt(passage, first - 2) : word
}

function phraseFrom({ passage }: EventSite, at: number): NounPhrase | null {
  if (!/^(?:in|of|for|on)$/.test(wordAt(passage, at))) return null
  let first = at + 1
  while (/^(?:the|its|their|his|her|all|a|an|our)$/.test(wordAt(passage, first))) first += 1
  const phrase = readNounPhrase(passage, first)
  const isName =
    phrase && /^\p{Lu}/u.test(passage.tokens[phrase.head]?.text ?? '') && !passage.titleCase
  return isName ? null : phrase
}

/** A distance that an adjective names: "the bridge is 2 km long" gives "bridge-length". */
function keyOf({ passage, next, number }: EventSite, key: string): string {
  if (number.unit === 'magnitude') return `${key.replace(/s$/, '')}-magnitude`
  if (number.kind !== 'MEASURE') return key
  const adjective = dimensionOfAdjective(wordAt(passage, next))
  return adjective && key ? `${key.replace(/s$/, '')}-${adjective}` : key
}

/** What stands for the thing where no noun does: "fined $2m", "burned 300 hectares". */
function fallbackKey({ passage, event, number }: EventSite): string {
  if (number.kind === 'MONEY') return event ? 'money' : ''
  if (number.kind === 'DURATION') return penaltyKey(passage, number) || 'duration'
  if (number.kind !== 'MEASURE') return ''
  return dimensionOf(number.unit ?? '') ?? ''
}
