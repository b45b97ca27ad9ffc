import { lazily, readLines } from './read-lines.ts'

const firstNames = lazily(
  () =>
    new Set([
      ...readLines('first-names.txt'),
      ...readLines('more-first-names.txt').flatMap((line) => line.split(' ')),
    ]),
)

export const isFirstName = (word: string): boolean => firstNames().has(word)
