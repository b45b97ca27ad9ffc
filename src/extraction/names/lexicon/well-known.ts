import { lazily, readLines } from './read-lines.ts'

const wellKnown = lazily(() => new Set(readLines('well-known.txt')))
/** The first words, up to a space, hyphen or apostrophe, of names that have more; without "The", which opens sentences. */
const starts = lazily(
  () =>
    new Set([...wellKnown()].flatMap((name) => /^(?!The )[^\s'-]+(?=[\s'-].)/.exec(name) ?? [])),
)

/** Organizations that news names without a word that says what they are: "Labour", "NATO". */
export const isWellKnown = (name: string): boolean => wellKnown().has(name.replaceAll('’', "'"))

/** Whether one of them begins with this word and goes on. */
export const startsWellKnown = (word: string): boolean => starts().has(word)
