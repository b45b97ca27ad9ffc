const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of a text in any script, by Unicode's word boundaries (UAX #29). */
export function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1
  return words
}
