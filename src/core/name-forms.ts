import { foldKey } from './fold-key.ts'

const ACRONYM = /^\p{Lu}[\p{Lu}.]{1,7}$/u
const INITIAL = /^\p{Lu}\.?$/u

/** "UN", "W.H.O." */
export const isAcronym = (name: string): boolean => ACRONYM.test(name)

/** First letters of the capitalized words of a name, folded: "un" for "the United Nations"; null for a single word. */
export function initialsOf(name: string): string | null {
  const letters = name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
  return letters.length < 2 ? null : foldKey(letters.join(''))
}

/** A person's name of which the given name is missing or an initial: "Zelensky", "V. Zelensky". */
export function isShortPersonName(name: string): boolean {
  const words = name.split(/\s+/)
  return words.length === 1 || words.slice(0, -1).every((word) => INITIAL.test(word))
}

/** Whether two people's names can be one where each given name may be an initial: "V. Zelensky", "Volodymyr Zelensky". */
export function compatibleGivenNames(a: string, b: string): boolean {
  const [first = ''] = foldKey(a).split(' ')
  const [second = ''] = foldKey(b).split(' ')
  return first.length === 1 || second.length === 1
    ? first.charAt(0) === second.charAt(0)
    : first === second
}
