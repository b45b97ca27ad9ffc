import type { Document, Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { EVENT_HEADS_WITH_OF } from './lexicon/event-words.ts'
import { knownType } from './lexicon/known-names.ts'
import {
  HEADS_WITH_COMPLEMENT,
  HEADS_WITH_FOR,
  HEADS_WITH_ON,
  ORGANIZATION_HEADS,
  PLACE_HEADS_WITH_OF,
} from './lexicon/organization-words.ts'
import { HYPHENED_PARTICLES, PARTICLES } from './lexicon/sentence-words.ts'
import { words } from './lexicon/words.ts'
import { textBetween, touch } from './name.ts'
import { isNameToken } from './name-token.ts'

const HYPHENS = words('- – ‑')
/** Titles that go on: "Secretary of State Antony Blinken". */
const TITLES_WITH_OF = words('secretary minister chief')
const OWNERS = words('people women men children workers veterans farmers king queen lloyd')
const SUFFIXES = words('inc inc. ltd ltd. llc corp corp. jr jr. sr sr. plc')
const LINKS_IN_PLACES = words('upon on under am by sur en an aux')
const NOT_SYLLABLES = words('led era run old pro war aged')
/** No name is longer; text in capitals throughout must not become one. */
const MAX_RUN = 16
const MAX_PARTICLES = 3

/**
 * Where the run of name tokens that starts at a token ends (exclusive): over the small words and
 * marks that names have inside, and no further.
 */
export function readRun(document: Document, first: number, limit: number): number {
  const stop = Math.min(limit, first + MAX_RUN)
  let end = first + 1
  while (end < stop) {
    const next = nextOfRun(document, first, end, stop)
    if (next === null) break
    end = next + 1
  }
  return end
}

/** The next name token of the run [first, end), or null where the run ends. */
function nextOfRun(document: Document, first: number, end: number, limit: number): number | null {
  const { tokens } = document
  const token = tokens[end]
  if (token === undefined) return null
  if (isNameToken(token, tokens[end - 1]) || isOneWord(tokens[end - 1], token)) return end
  const next = joined(document, first, end, limit)
  return next !== null &&
    next < limit &&
    (isNameToken(tokens[next]) || isSyllable(document, first, end, next))
    ? next
    : null
}

/** The tokenizer cuts words at letters outside Latin-1: "Ruginien" and "ė". */
export const isOneWord = (left: Token | undefined, right: Token | undefined): boolean =>
  touch(left, right) &&
  /[\p{L}\p{M}]$/u.test(left?.text ?? '') &&
  /^[\p{L}\p{M}]/u.test(right?.text ?? '')

/** "Yoon Suk-yeol", "Moon Jae-in", but not "New York-based". */
function isSyllable(document: Document, first: number, hyphen: number, at: number): boolean {
  const { text, lower } = document.tokens[at] as Token
  if (hyphen - first < 2 || at !== hyphen + 1 || text !== lower || !/^\p{Ll}{2,6}$/u.test(text))
    return false
  if (NOT_SYLLABLES.has(lower) || (lower.length > 3 && isCommonWord(lower))) return false
  return findPlaces(textBetween(document, first, hyphen)).length === 0
}

/** The token that the joining word or mark at `end` leads to, if it joins. */
function joined(document: Document, first: number, end: number, limit: number): number | null {
  const { tokens } = document
  const { text, lower } = tokens[end] as Token
  const before = tokens[end - 1]
  if (HYPHENS.has(text)) return overHyphen(document, first, end, limit)
  if (text === '&') return end + 1
  if (text === ',') return SUFFIXES.has(tokens[end + 1]?.lower ?? '') ? end + 1 : null
  if (lower === "'s" || lower === '’s') return OWNERS.has(before?.lower ?? '') ? end + 1 : null
  if (lower === 'of') return complementOf(tokens, end)
  if (takesComplement(before?.lower ?? '', lower)) return skipArticle(tokens, end + 1)
  if (lower === 'and') return joinsByAnd(document, first, end, limit) ? end + 1 : null
  return overParticles(tokens, end) ?? overPlaceName(document, first, end)
}

const takesComplement = (head: string, word: string): boolean =>
  (word === 'for' && HEADS_WITH_FOR.has(head)) ||
  ((word === 'on' || word === 'against') && HEADS_WITH_ON.has(head))

const OF_HEADS: readonly ReadonlySet<string>[] = [
  HEADS_WITH_COMPLEMENT,
  PLACE_HEADS_WITH_OF,
  EVENT_HEADS_WITH_OF,
  TITLES_WITH_OF,
]

function complementOf(tokens: readonly Token[], of: number): number | null {
  const head = tokens[of - 1]?.lower ?? ''
  return OF_HEADS.some((heads) => heads.has(head)) ? skipArticle(tokens, of + 1) : null
}

const skipArticle = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === 'the' ? at + 1 : at

/** "Al-Shabaab" is one name, "Russia-Ukraine" two. */
function overHyphen(
  document: Document,
  first: number,
  hyphen: number,
  limit: number,
): number | null {
  const { tokens } = document
  const next = tokens[hyphen + 1]
  if (
    hyphen + 1 >= limit ||
    !touch(tokens[hyphen - 1], tokens[hyphen]) ||
    !touch(tokens[hyphen], next)
  )
    return null
  if (isLinkBetweenHyphens(tokens, hyphen)) return hyphen + 3
  const left = textBetween(document, first, hyphen)
  const right = next?.text ?? ''
  return standsAlone(left) && standsAlone(right) && !standsAlone(`${left}-${right}`)
    ? null
    : hyphen + 1
}

/** The first hyphen of "Southend-on-Sea". */
const isLinkBetweenHyphens = (tokens: readonly Token[], hyphen: number): boolean =>
  /^\p{Ll}{1,5}$/u.test(tokens[hyphen + 1]?.text ?? '') &&
  HYPHENS.has(tokens[hyphen + 2]?.text ?? '') &&
  touch(tokens[hyphen + 1], tokens[hyphen + 2]) &&
  touch(tokens[hyphen + 2], tokens[hyphen + 3])

const standsAlone = (text: string): boolean =>
  isDemonym(text) ||
  knownType(text) !== null ||
  findPlaces(text).some(({ kind }) => kind === 'COUNTRY' || kind === 'REGION')

/** "Ursula von der Leyen", "Ahmed al-Sharaa". */
function overParticles(tokens: readonly Token[], end: number): number | null {
  for (let i = end; i < end + MAX_PARTICLES; i += 1) {
    const { lower = '', text } = tokens[i] ?? {}
    if (text !== lower) return i > end ? i : null
    if (HYPHENED_PARTICLES.has(lower) && HYPHENS.has(tokens[i + 1]?.text ?? '')) return i + 2
    if (!PARTICLES.has(lower)) return i > end ? i : null
  }
  return null
}

/** "Kingston upon Hull", "Frankfurt am Main": only where the gazetteer has the whole. */
function overPlaceName(document: Document, first: number, end: number): number | null {
  if (!LINKS_IN_PLACES.has(document.tokens[end]?.text ?? '')) return null
  const name = textBetween(document, first, end + 2)
  return isNameToken(document.tokens[end + 1]) && findPlaces(name).length > 0 ? end + 1 : null
}

/** "Bosnia and Herzegovina", "Ministry of Health and Welfare", "Securities and Exchange Commission". */
function joinsByAnd(document: Document, first: number, and: number, limit: number): boolean {
  const { tokens } = document
  const next = tokens[and + 1]
  if (next === undefined || and + 1 >= limit || !isNameToken(next)) return false
  const pair = textBetween(document, first, and + 2)
  if (findPlaces(pair).length > 0 || knownType(pair) !== null) return true
  if (!isCommonWord(tokens[and - 1]?.lower ?? '') || !isCommonWord(next.lower)) return false
  if (tokens.slice(first, and).some(({ lower }) => lower === 'of' || lower === 'for')) return true
  let last = and + 1
  while (last + 1 < limit && isNameToken(tokens[last + 1])) last += 1
  return and === first + 1 && last > and + 1 && ORGANIZATION_HEADS.has(tokens[last]?.lower ?? '')
}
