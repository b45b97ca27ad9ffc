import type { Document, Sentence } from '../document.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { TITLE_HEADS } from './lexicon/title-words.ts'
import { isCapitalised } from './name-token.ts'

const MIN_WORDS = 2
const MIN_SHARE = 0.6

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
  return common >= MIN_WORDS && capitalised >= common * MIN_SHARE
}
