import type { PlaceKind } from '../../core/place-kind.ts'
import type { Document } from '../document.ts'
import { KIND_AFTER } from './lexicon/place-words.ts'
import { isNameToken } from './name-token.ts'

/** The lower-case word after a name that says what kind of place it is. */
export interface KindWord {
  readonly kind: PlaceKind
  /** In the singular. */
  readonly word: string
}

const MAX_SHARING = 12

/** "region" for "Donetsk region" and for both names of "Kherson and Zaporizhzhia regions". */
export function kindAfter(document: Document, lastToken: number): KindWord | null {
  const { tokens } = document
  const next = tokens[lastToken]
  const kind = KIND_AFTER.get(next?.text ?? '')
  if (next !== undefined && kind !== undefined) return { kind, word: singular(next.text) }
  // Over the other names of a list to a kind word in the plural.
  for (let i = lastToken; i < lastToken + MAX_SHARING; i += 1) {
    const token = tokens[i]
    if (token === undefined) return null
    const shared =
      i > lastToken + 1 && token.text.endsWith('s') ? KIND_AFTER.get(token.text) : undefined
    if (shared !== undefined) return { kind: shared, word: singular(token.text) }
    if (token.text !== ',' && token.text !== 'and' && token.text !== 'or' && !isNameToken(token))
      return null
  }
  return null
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}
