import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { readNounPhrase } from './read-noun-phrase.ts'

/** What a rate is given for, as written: "per 100,000 people". */
export interface RateBase {
  readonly text: string
  /** The token after it. */
  readonly next: number
}

const ROUND = /^(?:1,?000|10,?000|100,?000|1,000,000|100|thousand|million)$/
const MILLION = /^(?:thousand|million)$/

/** Whether a token starts the number of a rate's base: "per 100,000", "for every 1,000". */
export const isRateBase = (passage: Passage, first: number): boolean =>
  wordAt(passage, first - 1) === 'per' ||
  (wordAt(passage, first - 1) === 'every' && /^(?:for|in)$/.test(wordAt(passage, first - 2)))

/** Reads the base of a rate that starts at a token, with what it counts: "per 1,000 live births". */
export function readRateBase(passage: Passage, at: number): RateBase | null {
  const number = wordAt(passage, at) === 'per' ? at + 1 : at + 2
  if (!isRateBase(passage, number) || !ROUND.test(wordAt(passage, number))) return null
  const scaled = posAt(passage, number) === 'NUM' && MILLION.test(wordAt(passage, number + 1))
  const end = number + (scaled ? 2 : 1)
  const next = readNounPhrase(passage, end, 'COUNTED')?.next ?? end
  const from = tokenAt(passage, at)?.start
  return { text: passage.text.slice(from, tokenAt(passage, next - 1)?.end), next }
}
