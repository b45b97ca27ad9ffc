import { PARTICLES } from './lexicon/sentence-words.ts'

const GENERATION = /^(?:Jr|Sr)\.?$|^[IVX]+$/

/** The words of a full name, without "Jr." */
export const nameWords = (name: string): string[] =>
  name.split(/\s+/).filter((word) => word !== ',' && !GENERATION.test(word))

/** "von der Leyen" and "al-Assad" for what opens a sentence as "Von der Leyen" and "Al-Assad". */
export function withSmallParticle(name: string): string {
  const [first = ''] = name.split(/[\s-]/, 1)
  const small = first.toLowerCase()
  const opensName = first !== name && (PARTICLES.has(small) || /^(?:al|el)-/i.test(name))
  return opensName ? small + name.slice(first.length) : name
}

/** Whether it is a short form with its particle: "von der Leyen". */
export const hasParticle = (name: string): boolean => PARTICLES.has(name.split(' ', 1)[0] ?? '')

/**
 * Forms under which a person is named again: "von der Leyen" and "Leyen" for Ursula von der
 * Leyen, "López Obrador" and "Obrador"; last of all the first word ("Xi", "Boris").
 */
export function shortForms(name: string): string[] {
  const words = nameWords(name)
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(' '))
  return [...tails.filter((tail) => !PARTICLES.has(tail)), words[0] ?? '']
}
