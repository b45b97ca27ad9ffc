import { lazily, readLines } from './read-lines.ts'

const wellKnown = lazily(() => new Set(readLines('well-known.txt')))

/** Organizations that news names without a word that says what they are: "Labour", "NATO". */
export const isWellKnown = (name: string): boolean => wellKnown().has(name.replaceAll('’', "'"))
