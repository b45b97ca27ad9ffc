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

/** Reads the nouns and what describes them from a token on: "traffic police officers". */
export function readNounPhrase(passage: Passage, first: number): NounPhrase | null {
  let head = -1
  let at = first
  while (at < first + MAX_WORDS && continues(passage, at, head)) {
    if (isNoun(passage, at)) head = at
    at += 1
  }
  if (head < first) return null
  const phrase = { first, head, next: head + 1 }
  return withPartner(passage, withContents(passage, phrase))
}

function continues(passage: Passage, at: number, head: number): boolean {
  const token = tokenAt(passage, at)
  if (!token || isTimeWord(passage, at)) return false
  const { pos, lower } = token
  if (head < 0) return isModifier(passage, at) || isNoun(passage, at)
  if (lower === '-') return isAttached(passage, at) && isAttached(passage, at + 1)
  if (isAttached(passage, at) && wordAt(passage, at - 1) === '-') return pos !== 'NUM'
  if (!isNoun(passage, at)) return false
  const plural = isPlural(wordAt(passage, head))
  if (plural && isEventForm(lower)) return false
  return !(plural && pos === 'PROPN' && !passage.titleCase)
}

function isModifier(passage: Passage, at: number): boolean {
  const { pos, lower, text } = tokenAt(passage, at) ?? { pos: 'X', lower: '', text: '' }
  const next = posAt(passage, at + 1)
  switch (pos) {
    case 'ADJ':
      return !isState(passage, at)
    case 'VERB':
      return /(?:ed|ing|en|wn|un|id)$/.test(lower) && (next === 'NOUN' || next === 'ADJ')
    case 'ADV':
      return (
        next === 'ADJ' ||
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
  if (!token || !/^[\p{L}]/u.test(token.text)) return false
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return token.text !== 'I'
  // The tagger takes some plurals after a number for verbs: "38 launches".
  return false
}

/** "Wednesday", "March", "today": they end a phrase though they are tagged as nouns. */
function isTimeWord(passage: Passage, at: number): boolean {
  const { text, lower } = tokenAt(passage, at) ?? { text: '', lower: '' }
  if (/^(?:today|yesterday|tomorrow|tonight|overnight|ago|each|apiece)$/.test(lower)) return true
  return /^[A-Z]/.test(text) && (weekdayOf(lower) !== undefined || monthOf(lower) !== undefined)
}

/** "dead" and "injured" say what happened, unless a noun follows: "3 injured men". */
function isState(passage: Passage, at: number): boolean {
  const next = posAt(passage, at + 1)
  return stateSenses(wordAt(passage, at)).length > 0 && next !== 'NOUN' && next !== 'ADJ'
}

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
