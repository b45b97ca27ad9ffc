import type { Token } from '../document.ts'
import { CALENDAR } from './lexicon/calendar-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { knownType } from './lexicon/known-names.ts'
import { FUNCTION_WORDS } from './lexicon/sentence-words.ts'
import { words } from './lexicon/words.ts'

const CAPITAL = /^\p{Lu}[\p{L}\p{M}\d.'’&+!]*$/u
/** Function words that are names in capitals. */
const SHOUTED_NAMES = words('US WHO IS')
const INITIAL = /^\p{Lu}\.$/u
const LETTER_AND_NUMBER = /^\p{Lu}(?:\d+|['’]?s)$/u

/** Whether a token is capitalised as the words of names are, wherever it stands. */
export function isNameToken(token: Token | undefined, before?: Token): boolean {
  if (token === undefined || !isCapitalised(token.text)) return false
  if (CALENDAR.has(token.lower)) return before !== undefined && isFirstName(before.text)
  if (FUNCTION_WORDS.has(token.lower)) return SHOUTED_NAMES.has(token.text)
  return CAPITAL.test(token.text)
}

/** Whether the first letter is a capital one. */
export function isCapitalised(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return /^\p{Lu}/u.test(text)
}

/** "A", "J.", "B52s": too little for a name of its own, unless it is known ("M23"). */
export function isFragment(text: string): boolean {
  if (text.length < 2 || INITIAL.test(text)) return true
  return LETTER_AND_NUMBER.test(text) && knownType(text) === null
}
