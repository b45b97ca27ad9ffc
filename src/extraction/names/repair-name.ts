import { partitionPoint } from '../../core/partition-point.ts'
import type { Document, Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { spellOutState } from '../gazetteer/us-states.ts'
import { CALENDAR } from './lexicon/calendar-words.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { COMMON_ACRONYMS, COMPETITIONS, SHIPS } from './lexicon/event-words.ts'
import { DIRECTIONS } from './lexicon/place-words.ts'
import { FUNCTION_WORDS, PARTICLES } from './lexicon/sentence-words.ts'
import { TITLE_HEADS } from './lexicon/title-words.ts'
import { isWellKnown } from './lexicon/well-known.ts'
import { words } from './lexicon/words.ts'
import type { Name } from './name.ts'
import { spanText, textBetween } from './name.ts'
import { isOrganizationKind } from './organization-cues.ts'

/** From here on the tagger knows a person by a name that is also an adjective. */
const CERTAIN = 0.9
const BREAKS = words(': — ;')
/** Small words that names have inside; other words in lower case end what stands before a name. */
const LINKS = words('of for the and on in to at against with upon by')
/** What sentences open with right before a name. */
const OPENERS = words(
  'the rival rivals former ex late fellow outgoing incoming neighboring neighbouring nearby',
)
const PARTY_MEMBERS = words('democrat republican conservative libertarian')
const OPENING = words('" “ ‘ \' ( [ - – — • * : …')
/** "The Hague", unlike "The White House". */
const KEEPS_THE = words('hague')
/** People, not bodies. */
const PLURALS = words('MPs MEPs MSPs TDs CEOs')
const PARTY_LETTERS = words('R D I')
const DEGREES = words('degree degrees °')
/** What the names of national societies go on with: "Kenyan Red Cross". */
const NATIONAL = words('Red')
/** All-capital words that are states, among those that name nothing. */
const STATES = words('US UK UAE USA USSR DRC D.C. DC')

/**
 * What is left of a tagged name once it is cut down to the name itself; nothing where it is none.
 * The tagger decides where names are and what they mean: this is for what English makes certain.
 */
export function repairName(name: Name): Name[] {
  return atBreaks(name).map(trim).filter(isName)
}

/**
 * "Services: Revenue" and "Ohio — Health" end at the mark; "Athens-based Meltemi Shipping", "Department of
 * Justice and the Securities and Exchange Commission" and "Institute for Astronomy in Heidelberg" are two names.
 */
function atBreaks(name: Name): Name[] {
  const { document, firstToken, lastToken, type } = name
  for (let i = firstToken + 1; i < lastToken; i += 1) {
    const { text = '', lower = '' } = document.tokens[i] ?? {}
    if (BREAKS.has(text)) return [retype({ ...name, lastToken: i })]
    if (i + 1 >= lastToken) break
    if (lower === 'based') {
      return [
        { ...name, lastToken: i - 1, type: 'PLACE' },
        { ...name, firstToken: i + 1 },
      ]
    }
    if (type !== 'ORGANIZATION') continue
    if (lower === 'and' && document.tokens[i + 1]?.text === 'the') {
      return [
        { ...name, lastToken: i },
        { ...name, firstToken: i + 2 },
      ]
    }
    if (lower === 'in' && isSeat(name, i)) {
      return [
        { ...name, lastToken: i },
        { ...name, firstToken: i + 1, type: 'PLACE' },
      ]
    }
  }
  return [name]
}

/** Whether "in" and the town after it say where an organization is: not in "Made in Chelsea". */
function isSeat({ document, firstToken, lastToken }: Name, at: number): boolean {
  if (at - firstToken < 2) return false
  return findPlaces(textBetween(document, at + 1, lastToken))[0]?.kind === 'CITY'
}

function retype(name: Name): Name {
  const isPlace = findPlaces(spanText(name))[0]?.kind === 'REGION'
  return isPlace ? { ...name, type: 'PLACE' } : name
}

function trim(name: Name): Name {
  let { firstToken, lastToken } = name
  const { document, type } = name
  const { tokens } = document
  for (let i = firstToken; i + 1 < lastToken; i += 1) {
    const { text = '', lower = '' } = tokens[i] ?? {}
    const isWord =
      text === lower && isCommonWord(lower) && !LINKS.has(lower) && !PARTICLES.has(lower)
    if (isWord) firstToken = i + 1
  }
  if (PARTY_LETTERS.has(tokens[firstToken]?.text ?? '') && tokens[firstToken + 1]?.text === '-')
    return stateOf(name)
  if (DIRECTIONS.has(tokens[firstToken]?.lower ?? '') && tokens[firstToken + 1]?.lower === 'of')
    firstToken += 2
  while (lastToken - firstToken > 1 && isOpener(document, firstToken, lastToken, type))
    firstToken += 1
  if (NATIONAL.has(tokens[firstToken]?.text ?? '') && isDemonym(tokens[firstToken - 1]?.text ?? ''))
    firstToken -= 1
  return firstToken < lastToken ? { ...name, firstToken, lastToken } : name
}

/** "Okla." of "R-Okla." */
function stateOf(name: Name): Name {
  const { document, firstToken, lastToken } = name
  const isCut = document.tokens[lastToken]?.text === '.' && lastToken === firstToken + 3
  const state = {
    ...name,
    firstToken: firstToken + 2,
    lastToken: isCut ? lastToken + 1 : lastToken,
  }
  return spellOutState(spanText(state)) === null ? name : { ...state, type: 'PLACE' }
}

/** "Rival Varner", "Chipmaker Infineon", "The White House" at the start of a sentence; "Democrat Lamar Washington" anywhere. */
function isOpener(document: Document, first: number, last: number, type: Name['type']): boolean {
  const { tokens } = document
  const { lower = '' } = tokens[first] ?? {}
  const whole = textBetween(document, first, last)
  if (isWellKnown(whole)) return false
  // Places are on file without their article.
  if (lower === 'the' && !KEEPS_THE.has(tokens[first + 1]?.lower ?? ''))
    return startsSentence(document, first)
  if (findPlaces(whole).length > 0) return false
  if (type === 'PERSON') return TITLE_HEADS.has(lower) || PARTY_MEMBERS.has(lower)
  return (
    startsSentence(document, first) &&
    (OPENERS.has(lower) || FUNCTION_WORDS.has(lower) || isOrganizationKind(lower))
  )
}

function isName(name: Name): boolean {
  const { document, firstToken, lastToken, type } = name
  const { tokens } = document
  const text = spanText(name)
  const first = tokens[firstToken] as Token
  if (CALENDAR.has(first.lower) && /^\d/.test(tokens[lastToken - 1]?.text ?? '')) return false
  const before = tokens[firstToken - 1]?.lower ?? ''
  if (SHIPS.has(before) || DEGREES.has(before) || COMPETITIONS.has(text)) return false
  if (lastToken - firstToken > 1) return true
  if (COMMON_ACRONYMS.has(text) || PLURALS.has(text)) return STATES.has(text)
  if (isDemonym(text)) return isNamesake(name)
  if (FUNCTION_WORDS.has(first.lower) && text !== first.text.toUpperCase()) return false
  if (type === 'PERSON' || !startsSentence(document, firstToken) || !isCommonWord(first.lower))
    return true
  return isWellKnown(text) || findPlaces(text)[0]?.kind === 'COUNTRY'
}

/** "French" of Dawn French and "Liberals" of a party, not "the Dane" and "a Republican". */
function isNamesake(name: Name): boolean {
  if (name.type === 'PERSON') return name.confidence >= CERTAIN
  const before = name.document.tokens[name.firstToken - 1]?.lower
  if (name.type === 'ORGANIZATION') return before !== 'a' && before !== 'an'
  return findPlaces(spanText(name)).length > 0
}

/** Whether the capital of a token may come from its place in the sentence. */
function startsSentence({ sentences, tokens }: Document, at: number): boolean {
  let first = at
  while (OPENING.has(tokens[first - 1]?.text ?? '')) first -= 1
  const isBefore = (i: number): boolean => (sentences[i]?.firstToken ?? 0) <= at
  const next = partitionPoint(0, sentences.length, isBefore)
  return (sentences[next - 1]?.firstToken ?? 0) >= first
}
