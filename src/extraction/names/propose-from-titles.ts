import type { Document, Sentence } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { isTitleCase } from './is-title-case.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { COMMON_ACRONYMS } from './lexicon/event-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { knownType } from './lexicon/known-names.ts'
import { ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import type { Candidate, Name } from './name.ts'
import { spanText, textBetween } from './name.ts'
import { isCapitalised, isFragment } from './name-token.ts'
import { shortForms } from './person-forms.ts'

const MAX_WORDS = 8
const LARGE_TOWN = 50_000

/**
 * Names in sentences in Title Case, where every word is capitalised: those that the rest of the
 * article, a lexicon or the gazetteer knows, the longest first.
 * @param others names that running text has shown
 */
export function proposeFromTitles(document: Document, others: readonly Name[]): Candidate[] {
  const titles = document.sentences.filter((sentence) => isTitleCase(document, sentence))
  if (titles.length === 0) return []
  const known = formsOf(others)
  return titles.flatMap((title) => proposeInTitle(document, title, known))
}

/** The names and their short forms, in lower case: headlines use surnames, and may be all capitals. */
function formsOf(names: readonly Name[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const name of names) {
    const text = spanText(name)
    forms.set(text.toLowerCase(), text)
    if (name.type !== 'PERSON' || !text.includes(' ')) continue
    for (const form of shortForms(text)) {
      if (!isCommonWord(form.toLowerCase())) forms.set(form.toLowerCase(), form)
    }
  }
  return forms
}

function proposeInTitle(
  document: Document,
  sentence: Sentence,
  known: ReadonlyMap<string, string>,
): Candidate[] {
  const candidates: Candidate[] = []
  const shouted = isShouted(document, sentence)
  let i = sentence.firstToken
  while (i < sentence.lastToken) {
    const end = longestName(document, i, sentence.lastToken, known, shouted)
    if (end !== null) {
      const text = textBetween(document, i, end)
      const reading = shouted ? (known.get(text.toLowerCase()) ?? null) : null
      candidates.push({
        document,
        firstToken: i,
        lastToken: end,
        reading,
        weak: false,
        title: null,
      })
    }
    i = end ?? i + 1
  }
  return candidates
}

function isShouted(document: Document, { start, end }: Sentence): boolean {
  const text = document.text.slice(start, end)
  return text === text.toUpperCase()
}

function longestName(
  document: Document,
  first: number,
  limit: number,
  known: ReadonlyMap<string, string>,
  shouted: boolean,
): number | null {
  const { tokens } = document
  if (!isCapitalised(tokens[first]?.text ?? '')) return null
  for (let end = Math.min(limit, first + MAX_WORDS); end > first; end -= 1) {
    if (!/[\p{L}\p{N}.]$/u.test(tokens[end - 1]?.text ?? '')) continue
    const text = textBetween(document, first, end)
    if (isFragment(text)) continue
    if (known.has(text.toLowerCase()) || isNotable(text, end - first, shouted)) return end
  }
  return null
}

/** Whether a name is known without the article. */
function isNotable(text: string, length: number, shouted: boolean): boolean {
  const lower = text.toLowerCase()
  const common = length === 1 && (isCommonWord(lower) || ORGANIZATION_HEADS.has(lower))
  if (common || isDemonym(text)) return false
  if (knownType(text) !== null) return true
  const acronym = length === 1 && !shouted && /^\p{Lu}{2,6}$/u.test(text)
  if (acronym && !COMMON_ACRONYMS.has(text)) return true
  if (findPlaces(text).some(({ kind, population }) => kind !== 'CITY' || population > LARGE_TOWN))
    return true
  const [given = '', surname = '', ...more] = text.split(' ')
  return (
    more.length === 0 &&
    !isCommonWord(given.toLowerCase()) &&
    isFirstName(given) &&
    isCapitalised(surname) &&
    !isCommonWord(surname.toLowerCase())
  )
}
