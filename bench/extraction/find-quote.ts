/** A stretch of an article: code points of one field, end exclusive. */
export interface Stretch {
  readonly field: 'HEADLINE' | 'BODY'
  readonly start: number
  readonly end: number
}

/** What is annotated: the text as cleaning leaves it. */
export interface ArticleText {
  readonly headline: string
  readonly body: string
}

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u
const STARTS_WITH_WORD = /^[\p{L}\p{N}]/u

/** Every place where the words stand as whole words, headline first, in the order of the text. */
export function findQuote({ headline, body }: ArticleText, quote: string): Stretch[] {
  return [...findIn('HEADLINE', headline, quote), ...findIn('BODY', body, quote)]
}

function findIn(field: Stretch['field'], text: string, quote: string): Stretch[] {
  const found: Stretch[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    if (!continuesWord(text, at) && !continuesWord(text, end)) {
      const start = [...text.slice(0, at)].length
      found.push({ field, start, end: start + [...quote].length })
    }
  }
  return found
}

/** Whether a word runs on over this offset. */
const continuesWord = (text: string, at: number): boolean =>
  ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at)) &&
  STARTS_WITH_WORD.test(text.slice(at, at + 2))

export const overlap = (a: Stretch, b: Stretch): number =>
  a.field === b.field ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0
