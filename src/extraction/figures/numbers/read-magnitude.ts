import { matchAt } from '../match-at.ts'
import { type Passage, tokenAfter, tokenAt } from '../passage.ts'
import { exactly, type NumberReading } from './number-reading.ts'

const MAGNITUDE = /(?:magnitude|mw)(?:[- ](?:of )?|, )(\d{1,2}(?:\.\d{1,2})?)(?![\p{L}\d])/iuy

/** Reads the strength of an earthquake where its name stands first: "magnitude-6.4", "a magnitude of 6". */
export function readMagnitude(passage: Passage, at: number): NumberReading | null {
  const token = tokenAt(passage, at)
  const found = token && matchAt(MAGNITUDE, passage.text, token.start)
  if (!token || !found) return null
  const end = token.start + found[0].length
  const start = end - (found[1]?.length ?? 0)
  return {
    ...exactly(Number(found[1])),
    kind: 'MEASURE',
    unit: 'magnitude',
    start,
    valueEnd: end,
    end,
    first: at,
    next: tokenAfter(passage, at, end),
  }
}
