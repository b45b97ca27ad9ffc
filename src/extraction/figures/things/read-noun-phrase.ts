import { monthOf, weekdayOf } from '../dates/calendar.ts'
import { stateSenses, verbSenses } from '../events/event-words.ts'
import { isAttached, type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isPlural } from './plural.ts'

/** Tokens of a noun phrase without its determiner; `next` is exclusive. */
export interface NounPhrase {
  readonly first: number
  /** The last noun of the run, which the rest describes. */
  readonly head: number
  readonly next: number
}

/** Amounts and pronouns that the tagger takes for nouns. */
const NO_NOUNS = new Set(
  'dozens hundreds thousands millions billions scores tens others half dozen'.split(' '),
)
/** More words than this are no phrase but a list or a table. */
const MAX_WORDS = 9
/** Plurals that take "of" and a second noun as one thing: "cases of cholera". */
const CONTAINERS = new Set(
  (
    'case cases count counts charge charges act acts round rounds barrel barrels bag bags box boxes ' +
    'dose doses bottle bottles pack packs piece pieces pair pairs set sets victim victims survivor ' +
    'survivors member members incident incidents form forms kind kinds type types head tin tins ' +
    'sack sacks share shares breach breaches violation violations instance instances'
  ).split(' '),
)
const PEOPLE_TOGETHER = new Set(
  (
    'men women children boys girls soldiers civilians officers policemen troops workers passengers ' +
    'crew students teachers doctors nurses adults teenagers boys pilots police firefighters ' +
    'missiles drones rockets tanks vehicles'
  ).split(' '),
)

/**
 * NOUN: to the last noun in a row. JOINED: past an owner or "and" to a further noun. COUNTED: likewise,
 * after a number above one, so that a plural must come.
 */
export type Reach = 'NOUN' | 'JOINED' | 'COUNTED'

const TIME_NOUN = /^(?:year|month|week|quarter|season|spring|summer|autumn|winter|night|decade)$/
/** Plurals that describe no further noun. */
const ALWAYS_LAST = new Set(['people', 'men', 'women', 'children', 'others', 'persons'])

/**
 * Reads the nouns and what describes them from a token on: "traffic police officers".
 * @param reach how far it may go on from a singular noun
 */
export function readNounPhrase(
  passage: Passage,
  first: number,
  reach: Reach = 'NOUN',
): NounPhrase | null {
  let head = -1
  let at = first
  while (at < first + MAX_WORDS && continues(passage, at, { head, reach })) {
    if (isNoun(passage, at) || isPluralTakenForVerb(passage, at, { head, reach })) head = at
    at += 1
  }
  if (head < first) return null
  const phrase = { first, head, next: head + 1 }
  return withPartner(passage, withContents(passage, phrase))
}

interface Run {
  /** The last noun so far; -1 before the first. */
  readonly head: number
  readonly reach: Reach
}

function continues(passage: Passage, at: number, { head, reach }: Run): boolean {
  const counted = reach !== 'NOUN'
  const token = tokenAt(passage, at)
  if (!token || isTimeWord(passage, at)) return false
  const { pos, lower } = token
  if (/^(?:last|this|next|past)$/.test(lower) && TIME_NOUN.test(wordAt(passage, at + 1)))
    return false
  if (head < 0) {
    if (isLongState(passage, at)) return false
    // "80 shot down", "12 hurt": what happened, though the tagger takes it for a noun.
    const isStateWord = stateSenses(lower).length > 0
    const isEvent = isStateWord || (counted && isEventForm(lower) && !isPlural(lower))
    if (isEvent && !isNoun(passage, at + 1)) return false
    return isModifier(passage, at) || isNoun(passage, at)
  }
  if (lower === '-') return isAttached(passage, at) && isAttached(passage, at + 1)
  if (isAttached(passage, at) && wordAt(passage, at - 1) === '-') return pos !== 'NUM'
  const isName = isNameWord(passage, head)
  const plural = !isName && isPlural(wordAt(passage, head))
  if (!plural && (counted || isName) && isInner(passage, at, head)) return true
  if (!plural && isPluralTakenForVerb(passage, at, { head, reach })) return true
  if (!isNoun(passage, at)) return false
  if (plural && reach === 'COUNTED' && !endsInPlural(passage, at)) return false
  if (plural && (ALWAYS_LAST.has(wordAt(passage, head)) || isEventForm(lower))) return false
  // "Boat with 70 migrants sinks": two plurals in a row, and the second can be a verb.
  if (plural && isPlural(lower) && isPresentForm(lower)) return false
  if ((plural || !counted) && isVerbTakenForNoun(passage, at)) return false
  return !(plural && pos === 'PROPN' && !passage.titleCase)
}

/** "14 arms depots", but "ten households lack": what several are counted of is a plural. */
function endsInPlural(passage: Passage, from: number): boolean {
  for (let at = from; isNoun(passage, at) && at < from + MAX_WORDS; at += 1) {
    if (isPlural(wordAt(passage, at))) return true
  }
  return false
}

/**
 * What may stand inside a phrase whose noun is still to come: "seven New People's Army guerrillas",
 * "40 army and police recruits", "two Borland human rights groups".
 */
function isInner(passage: Passage, at: number, head: number): boolean {
  const word = wordAt(passage, at)
  const next = posAt(passage, at + 1)
  if (/^(?:last|this|next|past)$/.test(word)) return false
  if (posAt(passage, at) === 'ADJ') return /^(?:NOUN|ADJ|CCONJ)$/.test(next)
  if (word === ',') return /^(?:ADJ|NOUN|CCONJ)$/.test(next) && isListOfKinds(passage, at)
  // "132 Borlanders and soldiers": a plural name is a noun of its own.
  if (/^(?:and|or|&)$/.test(word) && isPlural(wordAt(passage, head))) return false
  return /^(?:['’]s|and|or|&)$/.test(word) && /^(?:NOUN|PROPN|ADJ)$/.test(next)
}

/** A capital inside a sentence: "New People's Army" though the tagger knows "people". */
const isNameWord = (passage: Passage, at: number): boolean =>
  !passage.titleCase && at !== passage.first && /^\p{Lu}/u.test(tokenAt(passage, at)?.text ?? '')

/** "40 hypersonic, ballistic and cruise missiles": the kinds lead to "and". */
function isListOfKinds(passage: Passage, comma: number): boolean {
  for (let at = comma + 1; at < comma + 5; at += 1) {
    if (/^(?:and|or)$/.test(wordAt(passage, at))) return true
    if (!/^(?:ADJ|PUNCT)$/.test(posAt(passage, at))) return false
  }
  return false
}

/** "nine World Cup matches": a plural is still to come, and no object follows this "verb". */
function isPluralTakenForVerb(passage: Passage, at: number, { head, reach }: Run): boolean {
  if (reach !== 'COUNTED' || head < 0 || isPlural(wordAt(passage, head))) return false
  if (posAt(passage, at) !== 'VERB' || !isPlural(wordAt(passage, at))) return false
  return !/^(?:DET|PRON|NUM|PROPN|NOUN)$/.test(posAt(passage, at + 1))
}

/** "earthquake hits New Zealand": an object follows. */
const isVerbTakenForNoun = (passage: Passage, at: number): boolean =>
  /^(?:PROPN|DET|NUM|PRON)$/.test(posAt(passage, at + 1)) &&
  verbSenses(wordAt(passage, at)).some(({ shapes }) => shapes.has('PRESENT') || shapes.has('BASE'))

/** "251 taken hostage": all its words together say what happened. */
const isLongState = (passage: Passage, at: number): boolean =>
  stateSenses(wordAt(passage, at)).some(
    ({ rest }) => rest.length > 0 && rest.every((word, i) => wordAt(passage, at + 1 + i) === word),
  )

function isModifier(passage: Passage, at: number): boolean {
  const { pos, lower, text } = tokenAt(passage, at) ?? { pos: 'X', lower: '', text: '' }
  const next = posAt(passage, at + 1)
  switch (pos) {
    case 'ADJ':
      return !isState(passage, at)
    case 'VERB':
      // "Thirteen suspected Los Lobos members", but "three killed Monday"
      if (next === 'PROPN') return lower.endsWith('ed') && !isEventForm(lower)
      return /(?:ed|ing|en|wn|un|id)$/.test(lower) && (next === 'NOUN' || next === 'ADJ')
    case 'ADV':
      return (
        next === 'ADJ' ||
        isHyphen(passage, at + 1) ||
        (next === 'VERB' && lower.endsWith('ly') && posAt(passage, at + 2) === 'NOUN')
      )
    case 'CCONJ':
      return posAt(passage, at - 1) === 'ADJ' && next === 'ADJ'
    case 'PUNCT':
      return lower === ','
        ? posAt(passage, at - 1) === 'ADJ' && next === 'ADJ'
        : isHyphen(passage, at)
    case 'NUM':
      return isHyphenated(passage, at) && !/^\d{4}$/.test(text)
    default:
      return false
  }
}

const isHyphen = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === '-' && isAttached(passage, at) && isAttached(passage, at + 1)
const isHyphenated = (passage: Passage, at: number): boolean =>
  isHyphen(passage, at + 1) || isHyphen(passage, at - 1)

function isNoun(passage: Passage, at: number): boolean {
  const token = tokenAt(passage, at)
  if (!token || !/^\p{L}/u.test(token.text) || NO_NOUNS.has(token.lower)) return false
  // "a town of 15,000 lies 125 km from Goma"
  if (/^(?:lies|sits|stands)$/.test(token.lower)) {
    return !/^(?:NUM|ADP|ADV)$/.test(posAt(passage, at + 1))
  }
  return token.pos === 'NOUN' || token.pos === 'PROPN'
}

/** "Wednesday", "March", "today": they end a phrase though they are tagged as nouns. */
function isTimeWord(passage: Passage, at: number): boolean {
  const { text, lower } = tokenAt(passage, at) ?? { text: '', lower: '' }
  if (
    /^(?:today|yesterday|tomorrow|tonight|overnight|ago|each|apiece|worldwide|nationwide|globally|alone)$/.test(
      lower,
    )
  )
    return true
  if (isYearOnYear(passage, at)) return true
  return /^[A-Z]/.test(text) && (weekdayOf(lower) !== undefined || monthOf(lower) !== undefined)
}

/** "6% year on year", "2% month-over-month": what is compared, not what is counted. */
function isYearOnYear(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  if (!/^(?:year|quarter|month|week|day)$/.test(word)) return false
  const link = wordAt(passage, at + 1) === '-' ? at + 2 : at + 1
  const again = wordAt(passage, link + 1) === '-' ? link + 2 : link + 1
  return /^(?:on|over)$/.test(wordAt(passage, link)) && wordAt(passage, again) === word
}

/** "dead" and "injured" say what happened, unless a noun follows: "3 injured men". */
function isState(passage: Passage, at: number): boolean {
  const next = posAt(passage, at + 1)
  return stateSenses(wordAt(passage, at)).length > 0 && next !== 'NOUN' && next !== 'ADJ'
}

const isPresentForm = (word: string): boolean =>
  verbSenses(word).some(({ shapes }) => shapes.has('PRESENT'))

const isEventForm = (word: string): boolean =>
  verbSenses(word).some(
    ({ shapes }) => shapes.has('PARTICIPLE') || (shapes.has('PAST') && !shapes.has('BASE')),
  )

function withContents(passage: Passage, phrase: NounPhrase): NounPhrase {
  const { head, next } = phrase
  if (!CONTAINERS.has(wordAt(passage, head)) || wordAt(passage, next) !== 'of') return phrase
  let end = next + 1
  while (end < next + 4 && /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, end))) end += 1
  return end > next + 1 && posAt(passage, end - 1) !== 'ADJ' ? { ...phrase, next: end } : phrase
}

/** "12 men and women" count together. */
function withPartner(passage: Passage, phrase: NounPhrase): NounPhrase {
  const { head, next } = phrase
  const joint = /^(?:and|or)$/.test(wordAt(passage, next))
  const pair =
    PEOPLE_TOGETHER.has(wordAt(passage, head)) && PEOPLE_TOGETHER.has(wordAt(passage, next + 1))
  return joint && pair ? { ...phrase, next: next + 2 } : phrase
}
