import type { Document, Sentence } from '../document.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { TITLE_HEADS } from './lexicon/title-words.ts'
import { isCapitalised } from './name-token.ts'

/** At least so many common words, and what share of them is capitalised. */
const LIMITS = {
  HEADLINE: { words: 2, share: 0.6 },
  BODY: { words: 3, share: 0.85 },
} as const

/**
 * Whether a sentence capitalises its common words, as headlines do, so that a capital says nothing
 * about names. Words of fewer than four letters are lower-case in most headline styles.
 */
export function isTitleCase(document: Document, { firstToken, lastToken }: Sentence): boolean {
  let common = 0
  let capitalised = 0
  for (let i = firstToken + 1; i < lastToken; i += 1) {
    const { text = '', lower = '' } = document.tokens[i] ?? {}
    if (text.length < 4 || !isCommonWord(lower) || TITLE_HEADS.has(lower)) continue
    common += 1
    if (isCapitalised(text)) capitalised += 1
  }
  const { words, share } = LIMITS[document.spanned.field]
  return common >= words && capitalised >= common * share
}
