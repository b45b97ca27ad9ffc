import type { Token } from '../document.ts'
import { CALENDAR } from './lexicon/calendar-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { FUNCTION_WORDS } from './lexicon/sentence-words.ts'

const CAPITAL = /^\p{Lu}[\p{L}\p{M}\d.'’&+!]*$/u
const PLURAL_OR_AGE = /^\p{Lu}(?:\d+|['’]?s)$/u

/** Whether a token is capitalised as the words of names are, wherever it stands. */
export function isNameToken(token: Token | undefined, before?: Token): boolean {
  if (token === undefined || !isCapitalised(token.text)) return false
  if (CALENDAR.has(token.lower)) return before !== undefined && isFirstName(before.text)
  return !FUNCTION_WORDS.has(token.lower) && CAPITAL.test(token.text) && token.text !== 'A'
}

/** Whether the first letter is a capital one. */
export function isCapitalised(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return /^\p{Lu}/u.test(text)
}

/** "A", "J.", "G7s": too little for a name of its own. */
export const isFragment = (text: string): boolean =>
  text.length < 2 || /^\p{Lu}\.$/u.test(text) || PLURAL_OR_AGE.test(text)
