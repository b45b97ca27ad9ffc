import type { Token } from '../document.ts'
import { CALENDAR } from './lexicon/calendar-words.ts'
import { FUNCTION_WORDS } from './lexicon/sentence-words.ts'
import { words } from './lexicon/words.ts'

const CAPITAL = /^\p{Lu}[\p{L}\p{M}\d.'’&+!]*$/u
/** Function words that are names in capitals. */
const SHOUTED_NAMES = words('US WHO IS')

/** Whether a token is capitalised as the words of names are, wherever it stands. */
export function isNameToken(token: Token | undefined): boolean {
  if (token === undefined || !isCapitalised(token.text)) return false
  if (CALENDAR.has(token.lower)) return false
  if (FUNCTION_WORDS.has(token.lower)) return SHOUTED_NAMES.has(token.text)
  return CAPITAL.test(token.text)
}

/** Whether the first letter is a capital one. */
export function isCapitalised(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return /^\p{Lu}/u.test(text)
}
