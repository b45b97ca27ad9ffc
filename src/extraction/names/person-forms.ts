import { PARTICLES } from './lexicon/sentence-words.ts'

const GENERATION = /^(?:Jr|Sr)\.?$|^[IVX]+$/

/** The words of a full name, without "Jr." */
export const nameWords = (name: string): string[] =>
  name.split(/\s+/).filter((word) => word !== ',' && !GENERATION.test(word))

/**
 * Forms under which a person is named again: "von der Leyen" and "Leyen" for Ursula von der
 * Leyen, "López Obrador" and "Obrador"; last of all the first word ("Xi", "Boris").
 */
export function shortForms(name: string): string[] {
  const words = nameWords(name)
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(' '))
  return [...tails.filter((tail) => !PARTICLES.has(tail)), words[0] ?? '']
}
