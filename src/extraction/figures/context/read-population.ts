import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { readNounPhrase } from '../things/read-noun-phrase.ts'

/** Reads of whom a share or rate is counted, after it: "of the population", "among under-25s". */
export function readPopulation(passage: Passage, at: number): string | null {
  const link = wordAt(passage, at)
  if (!/^(?:of|among|amongst)$/.test(link)) return null
  let first = at + 1
  while (/^(?:DET|PRON|ADV)$/.test(posAt(passage, first)) && first < at + 4) first += 1
  const phrase = readNounPhrase(passage, first, 'JOINED')
  const start = tokenAt(passage, at)?.start
  const end = phrase ? tokenAt(passage, phrase.next - 1)?.end : undefined
  return start === undefined || end === undefined ? null : passage.text.slice(start, end)
}
