import { lazily, readLines } from './read-lines.ts'

const firstNames = lazily(() => new Set(readLines('first-names.txt')))

export const isFirstName = (word: string): boolean => firstNames().has(word)
