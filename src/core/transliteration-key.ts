import { foldKey } from './fold-key.ts'
import { commonSpelling } from './transliterations.ts'

/** Shorter words are names of their own in every spelling: Li and Lee, Jon and John, Lu and Lou. */
const MIN_LENGTH = 5

/**
 * One key for the romanizations of one name: Zelensky, Zelenskyy and Zelenskiy; Mohammed and Muhammad; el-Sisi and al-Sisi.
 * Equal keys say that two names may be spellings of one; names that merely sound alike keep different keys (Li Wei and
 * Lee Way, John Smith and Jon Smyth), so this is no phonetic key such as Metaphone.
 *
 * The last word comes first, so that the people of one family name are one range of an index: "zelenski volodymyr".
 *
 * Rules, in each word of five letters or more: the endings of Russian, Ukrainian and Polish adjectives are one (BGN/PCGN
 * 1947 "-skiy", Ukraine's resolution 55 of 2010 "-skyi", Library of Congress "-skii", press "-sky"), so are -ei and -ey, -iya
 * and -ia; x is ks, q is k, dh is d, ou and oo are u (ALA-LC Arabic and its simplified forms). Double consonants count once, but
 * not in a given name: Anna and Ana are two. What no rule joins safely stands in transliterations.ts.
 */
export function transliterationKey(name: string): string {
  const words = foldKey(name).split(' ')
  const folded = words.map((word, i) =>
    foldWord(word, { isFirst: i === 0, isOnly: words.length === 1 }),
  )
  return [folded.at(-1) ?? '', ...folded.slice(0, -1)].join(' ').trim()
}

/** The key's range of all that have this family name, without those of only that name. */
export const familyNameRange = (
  familyName: string,
): { readonly gte: string; readonly lt: string } => {
  const key = transliterationKey(familyName)
  return { gte: `${key} `, lt: `${key}!` }
}

function foldWord(
  word: string,
  { isFirst, isOnly }: { readonly isFirst: boolean; readonly isOnly: boolean },
): string {
  const common = commonSpelling(word)
  if (common !== null) return common
  if (!isFirst && word === 'el') return 'al'
  if (!isFirst && word === 'ibn') return 'bin'
  if (word.length < MIN_LENGTH) return word
  const folded = word
    .replace(/(?:yy|iy|yi|ii|ij|yj)$/, 'i')
    .replace(/(?<=sk)y$/, 'i')
    .replace(/ey$/, 'ei')
    .replace(/iya$/, 'ia')
    .replaceAll('x', 'ks')
    .replaceAll('q', 'k')
    .replaceAll('dh', 'd')
    .replace(/ou|oo/g, 'u')
  return isFirst && !isOnly ? folded : folded.replace(/([^aeiou\d])\1/g, '$1')
}
