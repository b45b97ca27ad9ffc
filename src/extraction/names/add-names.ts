import type { Document, Sentence, Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { addKnownNames } from './add-known-names.ts'
import { extendNames } from './extend-names.ts'
import { isTitleCase } from './is-title-case.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { COMPETITIONS } from './lexicon/event-words.ts'
import { ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import { isWellKnown } from './lexicon/well-known.ts'
import { words } from './lexicon/words.ts'
import type { Name } from './name.ts'
import { textBetween } from './name.ts'
import { isNameToken } from './name-token.ts'
import { isIntroduced, isMedium, isOrganizationKind } from './organization-cues.ts'
import { isTitleHead } from './read-job-title.ts'

/** For a name that the tagger overlooked. */
const CONFIDENCE = 0.5
/** Roads that have numbers: "Interstate 44". */
const ROADS = words('interstate highway route')

/**
 * Adds names that the tagger overlooks although their words say what they are: organizations by
 * their last word ("Russian General Staff") or because everybody knows them, and the state of an
 * office ("Texas Gov. Greg Abbott"). Not in sentences in Title Case, where it could be any word.
 */
export function addNames(documents: readonly Document[], names: readonly Name[]): Name[] {
  return documents.flatMap((document) => {
    const sentences = document.sentences.filter((sentence) => !isTitleCase(document, sentence))
    const own = extendNames(
      names.filter((name) => name.document === document),
      sentences,
    )
    const found = addIn(document, own, sentences)
    const starts = new Set(found.map(({ firstToken }) => firstToken))
    // A country that an organization begins with is a place no more.
    const kept = own.filter(({ firstToken }) => !starts.has(firstToken))
    const all = [...kept, ...found].sort((a, b) => a.firstToken - b.firstToken)
    return addKnownNames(document, all, sentences)
  })
}

function addIn(document: Document, own: readonly Name[], sentences: readonly Sentence[]): Name[] {
  const taken = new Map<number, Name>()
  for (const name of own) {
    for (let i = name.firstToken; i < name.lastToken; i += 1) taken.set(i, name)
  }
  const { tokens } = document
  const found: Name[] = []
  for (const sentence of sentences) {
    const isFree = (at: number): boolean =>
      at < sentence.lastToken && !taken.has(at) && isNameToken(tokens[at])
    let first = sentence.firstToken
    while (first < sentence.lastToken) {
      let last = first
      while (isFree(last)) last += 1
      const name =
        last > first
          ? readRun(document, sentence, { first, last, before: taken.get(first - 1) })
          : null
      if (name !== null) found.push(name)
      first = Math.max(last, first + 1)
    }
  }
  return found
}

/** Capitalised words, and the name that ends where they start. */
interface Run {
  readonly first: number
  readonly last: number
  readonly before: Name | undefined
}

function readRun(document: Document, sentence: Sentence, run: Run): Name | null {
  const { last, before } = run
  let { first } = run
  const { tokens } = document
  // "Chipmaker Infineon"
  if (first === sentence.firstToken && isOrganizationKind(tokens[first]?.lower)) first += 1
  // "Local Police": the first of two words may be capitalised by the sentence alone.
  const isOpening =
    first === sentence.firstToken && isCommonWord(tokens[first]?.lower ?? '') && last <= first + 2
  if (isOpening || first === last) return null
  const name = {
    document,
    reading: null,
    confidence: CONFIDENCE,
    firstToken: first,
    lastToken: last,
  }
  const text = textBetween(document, first, last)
  if (COMPETITIONS.has(text)) return null
  if (last > first + 1 && ORGANIZATION_HEADS.has(tokens[last - 1]?.lower ?? '')) {
    const firstToken = before !== undefined && isCountry(before) ? before.firstToken : first
    return { ...name, firstToken, type: 'ORGANIZATION' }
  }
  if (isPossessive(tokens[last]) && isWellKnown(textBetween(document, first, last + 1)))
    return { ...name, lastToken: last + 1, type: 'ORGANIZATION' }
  const isKnown =
    (isWellKnown(text) && !isModel(tokens[last])) ||
    (!isDemonym(text) && (isIntroduced(name) || isMedium(name)))
  if (isKnown) return { ...name, type: 'ORGANIZATION' }
  if (ROADS.has(tokens[last - 1]?.lower ?? '') && /^\d+$/.test(tokens[last]?.text ?? ''))
    return { ...name, firstToken: last - 1, lastToken: last + 1, type: 'PLACE' }
  let office = first + 1
  while (office < last && !isTitleHead(tokens[office])) office += 1
  return office < last && isState(textBetween(document, first, office))
    ? { ...name, lastToken: office, type: 'PLACE' }
    : null
}

const isPossessive = (token: Token | undefined): boolean => /^['’]s$/.test(token?.text ?? '')

/** The "C-130" of "a Lockheed C-130", which is a product. */
const isModel = (token: Token | undefined): boolean => /^\p{Lu}.*\d/u.test(token?.text ?? '')

/** Whether it is the "U.S." of "U.S. Geological Survey": one word, with nothing but a space after it. */
const isCountry = ({ document, firstToken, lastToken, type }: Name): boolean =>
  type === 'PLACE' &&
  lastToken === firstToken + 1 &&
  findPlaces(textBetween(document, firstToken, lastToken))[0]?.kind === 'COUNTRY'

function isState(text: string): boolean {
  const kind = findPlaces(text)[0]?.kind
  return kind === 'COUNTRY' || kind === 'REGION'
}
