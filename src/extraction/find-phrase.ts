/**
 * Where a phrase stands in a text as whole words, in UTF-16 offsets, in the order of the text and
 * without overlaps. Case counts; the shape of quotation marks and apostrophes does not.
 */
export function findPhrase(text: string, phrase: string): number[] {
  const wanted = foldQuotes(phrase)
  if (wanted === '' || !wanted.isWellFormed()) return []
  const searched = foldQuotes(text)
  const offsets: number[] = []
  let from = 0
  for (;;) {
    const start = searched.indexOf(wanted, from)
    if (start === -1) return offsets
    const end = start + wanted.length
    if (!cutsWord(searched, start) && !cutsWord(searched, end)) {
      offsets.push(start)
      from = end
    } else from = start + 1
  }
}

/** Keeps the length, so that offsets hold in the text as it was. */
const foldQuotes = (text: string): string => text.replace(/[’‘ʼ]/g, "'").replace(/[“”„]/g, '"')

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u
const STARTS_WITH_WORD = /^[\p{L}\p{N}\p{M}]/u

/** Whether letters or digits stand on both sides; looks at two units, for characters that take both. */
const cutsWord = (text: string, at: number): boolean =>
  ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at)) &&
  STARTS_WITH_WORD.test(text.slice(at, at + 2))
