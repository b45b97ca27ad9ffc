import { lazily, readLines } from './read-lines.ts'

const demonyms = lazily(
  () =>
    new Map(
      readLines('demonyms.txt').flatMap((line) => {
        const [country = '', ...forms] = line.split(' ')
        return forms.map((form) => [form.replace('-', ' '), country] as const)
      }),
    ),
)

/** "Ukrainian", "South Korean", "Muslims": adjectives and groups, which are no names. */
export const isDemonym = (words: string): boolean => demonyms().has(words)

/** ISO 3166-1 code for "Ukrainian"; null for groups without a country. */
export function countryOfDemonym(words: string): string | null {
  const country = demonyms().get(words)
  return country === undefined || country === '--' ? null : country
}
