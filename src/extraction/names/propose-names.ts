import type { Document, Sentence, Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { isTitleCase } from './is-title-case.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { knownType } from './lexicon/known-names.ts'
import { TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/title-words.ts'
import { words } from './lexicon/words.ts'
import type { Candidate } from './name.ts'
import { spanText, textBetween, touch } from './name.ts'
import { isCapitalised, isFragment, isNameToken } from './name-token.ts'
import { isOneWord, readRun } from './read-run.ts'
import { splitRun } from './split-run.ts'

const OPENING = words('" “ ‘ \' ( [ - – — • * : …')
const WITH_ARTICLE = words('Hague')

/**
 * Runs of capitalised words that may be names, in the order of the text, never overlapping.
 * Sentences in Title Case are left to proposeFromTitles, which needs to know the other names.
 */
export function proposeNames(document: Document): Candidate[] {
  return document.sentences
    .filter((sentence) => !isTitleCase(document, sentence))
    .flatMap((sentence) => proposeInSentence(document, sentence))
}

function proposeInSentence(document: Document, sentence: Sentence): Candidate[] {
  const { tokens } = document
  const candidates: Candidate[] = []
  let i = sentence.firstToken
  while (i < sentence.lastToken) {
    const first = nameStart(tokens, i, sentence.lastToken)
    if (first === null) {
      i += 1
      continue
    }
    const last = readRun(document, Math.max(first, i), sentence.lastToken)
    const initial = isInitial(tokens, sentence, first)
    const start = initial
      ? withoutOpener(document, first, last)
      : withArticle(tokens, first, sentence)
    for (const piece of splitRun(document, start, last)) {
      const candidate = {
        document,
        ...piece,
        reading: null,
        weak: initial && piece.firstToken === first && isWeak(document, first, piece.lastToken),
      }
      if (!isFragment(spanText(candidate))) candidates.push(candidate)
    }
    i = last
  }
  return candidates
}

/** Where a name starts, if one starts at a token: "al-Sharaa" and "The Hague" start before their capital. */
function nameStart(tokens: readonly Token[], at: number, limit: number): number | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (isNameToken(token)) return isOneWord(tokens[at - 1], token) ? null : at
  const next = tokens[at + 1]
  if (token.lower === 'the' && isCapitalised(token.text) && WITH_ARTICLE.has(next?.text ?? ''))
    return at
  const hyphened =
    at + 2 < limit &&
    (token.text === 'al' || token.text === 'el') &&
    touch(token, next) &&
    touch(next, tokens[at + 2])
  return hyphened && isNameToken(tokens[at + 2]) ? at : null
}

/** Inside a sentence a capital "The" is part of the name: "The Hague", "The Beatles". */
function withArticle(tokens: readonly Token[], first: number, sentence: Sentence): number {
  const isArticle = tokens[first - 1]?.text === 'The' && !isInitial(tokens, sentence, first - 1)
  return isArticle ? first - 1 : first
}

/** Whether the token's capital may come from its place in the sentence. */
function isInitial(tokens: readonly Token[], { firstToken }: Sentence, at: number): boolean {
  let before = at - 1
  while (before >= firstToken && OPENING.has(tokens[before]?.text ?? '')) before -= 1
  return before < firstToken || before < at - 1
}

/** "Meanwhile Russia": the first word is capitalised as the first word, not as part of the name. */
function withoutOpener(document: Document, first: number, last: number): number {
  const { tokens } = document
  const opener = tokens[first]
  if (opener === undefined || last - first < 2 || !isCommonWord(opener.lower)) return first
  if (TITLE_HEADS.has(opener.lower) || TITLE_MODIFIERS.has(opener.lower)) return first
  if (knownType(textBetween(document, first, last)) !== null) return first
  if (isCommonWord(tokens[first + 1]?.lower ?? '') || opener.pos === 'PROPN') return first
  return findPlaces(textBetween(document, first, last)).length > 0 ? first : first + 1
}

/** A single word that is common or that the tagger does not take for a name. */
function isWeak(document: Document, first: number, last: number): boolean {
  const token = document.tokens[first]
  if (token === undefined || last - first > 1) return false
  return token.pos !== 'PROPN' || isCommonWord(token.lower)
}
