import { lazily, readLines } from './read-lines.ts'

const commonWords = lazily(() => new Set(readLines('common-words.txt')))
const ENDINGS: readonly [string, string][] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
]

/** Whether a word (in lower case) is one that English writes in lower case, inflected forms too. */
export function isCommonWord(lower: string): boolean {
  const known = commonWords()
  if (known.has(lower)) return true
  return ENDINGS.some(
    ([ending, base]) =>
      lower.length > ending.length + 2 &&
      lower.endsWith(ending) &&
      known.has(lower.slice(0, -ending.length) + base),
  )
}
