import type { Document, Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { knownType } from './lexicon/known-names.ts'
import { ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import { PLACE_HEADS } from './lexicon/place-words.ts'
import { HONORIFICS, NO_JOBS, TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/title-words.ts'
import { words } from './lexicon/words.ts'
import { textBetween } from './name.ts'

/** A piece of a run, and the title that stood before it. */
export interface Piece {
  readonly firstToken: number
  readonly lastToken: number
  readonly title: string | null
}

const TIME_MODIFIERS = words('former acting outgoing incoming late then ex interim newly retired')

/**
 * Cuts titles and nationalities out of a run: "Russian Foreign Minister Sergei Lavrov" is
 * "Sergei Lavrov" with a title, "U.S. President Joe Biden" a country and a person.
 */
export function splitRun(document: Document, first: number, last: number): Piece[] {
  const title = findTitle(document, first, last)
  if (title === null) {
    const person = personStart(document, first, last) ?? first
    const before = person > first ? withoutDemonym(document, first, person) : []
    return [...before, ...withoutDemonym(document, person, last)]
  }
  const start = afterModifiers(document.tokens, first, title.start)
  const before = title.start > start ? withoutDemonym(document, start, title.start) : []
  if (title.end >= last) return before
  // "Prime Minister of Belgium": whoever it is has no name here.
  if (document.tokens[title.end]?.text === 'of')
    return [...before, ...splitRun(document, afterOf(document, title.end), last)]
  const jobs = title.words.filter((word) => !NO_JOBS.has(word.toLowerCase()))
  const rest = splitRun(document, title.end, last)
  const [name, ...others] = rest
  if (name === undefined) return before
  return [...before, { ...name, title: name.title ?? jobs.join(' ') }, ...others]
}

const afterOf = ({ tokens }: Document, of: number): number =>
  tokens[of + 1]?.text === 'the' ? of + 2 : of + 1

/** "Former U.S. Senator": only the country may be a name. */
function afterModifiers(tokens: readonly Token[], first: number, last: number): number {
  let start = first
  while (start < last && TIME_MODIFIERS.has(tokens[start]?.lower ?? '')) start += 1
  return start
}

interface Title {
  readonly start: number
  readonly end: number
  readonly words: readonly string[]
}

function findTitle(document: Document, first: number, last: number): Title | null {
  const { tokens } = document
  if (
    ORGANIZATION_HEADS.has(tokens[last - 1]?.lower ?? '') &&
    !TITLE_HEADS.has(tokens[last - 1]?.lower ?? '')
  )
    return null
  for (let i = first; i < last; i += 1) {
    if (!isTitleHead(tokens, first, i)) continue
    const end = titleEnd(tokens, i, last)
    const start = titleStart(document, first, i)
    return { start, end, words: tokens.slice(start, end).map(({ text }) => text) }
  }
  return null
}

function isTitleHead(tokens: readonly Token[], first: number, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  if (!TITLE_HEADS.has(lower) && !HONORIFICS.has(lower)) return false
  if (ORGANIZATION_HEADS.has(tokens[at + 1]?.lower ?? '')) return false
  const before = at > first ? tokens[at - 1] : undefined
  return before === undefined || !isFirstName(before.text) || findPlaces(before.text).length > 0
}

/** Over "Secretary General" and "Minister of Foreign Affairs". */
function titleEnd(tokens: readonly Token[], head: number, last: number): number {
  let end = head + 1
  while (end < last) {
    const lower = tokens[end]?.lower ?? ''
    const portfolio = lower === 'of' ? end + (tokens[end + 1]?.text === 'the' ? 2 : 1) : last
    if (TITLE_MODIFIERS.has(tokens[portfolio]?.lower ?? '')) end = portfolio + 1
    else if (TITLE_HEADS.has(lower) || HONORIFICS.has(lower)) end += 1
    else if (isPortfolioWord(tokens, end)) end += 1
    else break
  }
  return end
}

/** The second word of "Minister of Foreign Affairs". */
const isPortfolioWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 2]?.lower === 'of' && TITLE_MODIFIERS.has(tokens[at]?.lower ?? '')

function titleStart(document: Document, first: number, head: number): number {
  const { tokens } = document
  let start = head
  while (start > first && TITLE_MODIFIERS.has(tokens[start - 1]?.lower ?? '')) start -= 1
  // "White House Press Secretary": the known name takes its words back.
  for (let end = head; end > start; end -= 1) {
    const name = textBetween(document, first, end)
    if (start > first && (knownType(name) !== null || findPlaces(name).length > 0)) return end
  }
  return start
}

/** Where a person's name starts behind what they belong to: "European Commission Kaja Kallas". */
function personStart(document: Document, first: number, last: number): number | null {
  const { tokens } = document
  for (let i = first + 1; i < last - 1; i += 1) {
    if (!isFirstName(tokens[i]?.text ?? '') || isCommonWord(tokens[last - 1]?.lower ?? '')) continue
    const before = textBetween(document, first, i)
    const head = tokens[i - 1]?.lower ?? ''
    if (ORGANIZATION_HEADS.has(head) || PLACE_HEADS.has(head) || isOrganizationOrCountry(before))
      return i
  }
  return null
}

const isOrganizationOrCountry = (text: string): boolean =>
  knownType(text) === 'ORGANIZATION' || findPlaces(text)[0]?.kind === 'COUNTRY'

/** "Ukrainian" alone is no name; in "Ukrainian Air Force" it is part of one. */
function withoutDemonym(document: Document, first: number, last: number): Piece[] {
  const whole: Piece = { firstToken: first, lastToken: last, title: null }
  const length = demonymLength(document, first, last)
  if (length === 0) return [whole]
  if (first + length === last) return []
  const text = textBetween(document, first, last)
  if (knownType(text) !== null || findPlaces(text).length > 0) return [whole]
  const hasHead = document.tokens
    .slice(first + length, last)
    .some(({ lower }) => ORGANIZATION_HEADS.has(lower))
  return hasHead ? [whole] : withoutDemonym(document, first + length, last)
}

function demonymLength(document: Document, first: number, last: number): number {
  if (first + 1 < last && isDemonym(textBetween(document, first, first + 2))) return 2
  return isDemonym(document.tokens[first]?.text ?? '') ? 1 : 0
}
