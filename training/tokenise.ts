import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

const nlp = winkNLP(model, ['sbd', 'pos'])

/**
 * The tokens the tagger sees at run time. wink-nlp cuts words at letters outside Latin-1 ("Dvo ř ák"),
 * so pieces that touch at such a letter are put together again; the document reader must do the same.
 */
export function tokenise(text: string): string[] {
  const tokens = nlp.readDoc(text).tokens()
  const spaces: string[] = tokens.out(nlp.its.precedingSpaces)
  const words: string[] = []
  for (const [i, word] of (tokens.out() as string[]).entries()) {
    if (word === '') continue
    const last = words.at(-1) ?? ''
    if (spaces[i] === '' && cutInsideWord(last, word)) words[words.length - 1] = last + word
    else words.push(word)
  }
  return words
}

const LETTER_BEFORE = /\p{L}\p{M}*$/u
const LETTER_AFTER = /^[\p{L}\p{M}]/u
const BEYOND_LATIN_1 = 0xff

function cutInsideWord(left: string, right: string): boolean {
  if (!LETTER_BEFORE.test(left) || !LETTER_AFTER.test(right)) return false
  return left.charCodeAt(left.length - 1) > BEYOND_LATIN_1 || right.charCodeAt(0) > BEYOND_LATIN_1
}
