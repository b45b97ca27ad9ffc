import { type Passage, tokenAt, wordAt } from '../passage.ts'
import { atLeast, exactly, type NumberReading, unspecified } from './number-reading.ts'
import { SCALE_PLURALS, SCALES } from './number-words.ts'

type Amount = Pick<NumberReading, 'value' | 'minValue' | 'maxValue' | 'qualifier'>

/**
 * Reads an amount that gives no digits: "hundreds", "tens of thousands", "several", "others",
 * "both", "no". Only what is counted decides whether it is a figure.
 */
export function readVagueAmount(passage: Passage, at: number): NumberReading | null {
  const found = readPlural(passage, at) ?? readQuantifier(passage, at)
  if (!found) return null
  const last = tokenAt(passage, found.next - 1)
  const first = tokenAt(passage, at)
  if (!first || !last) return null
  const { amount, next } = found
  return {
    ...amount,
    kind: 'COUNT',
    unit: null,
    start: first.start,
    valueEnd: last.end,
    end: last.end,
    first: at,
    next,
  }
}

interface Found {
  readonly amount: Amount
  readonly next: number
}

/** "hundreds", "tens of thousands", "several hundred", "a few thousand". */
function readPlural(passage: Passage, at: number): Found | null {
  const scale = SCALE_PLURALS.get(wordAt(passage, at))
  if (scale !== undefined) {
    const outer = wordAt(passage, at + 1) === 'of' && SCALE_PLURALS.get(wordAt(passage, at + 2))
    return outer
      ? { amount: atLeast(scale * outer), next: at + 3 }
      : { amount: atLeast(scale), next: at + 1 }
  }
  const words = /^(?:several|few|many)$/.test(wordAt(passage, at)) ? 1 : 0
  const lead = words || (wordAt(passage, at) === 'a' && wordAt(passage, at + 1) === 'few' ? 2 : 0)
  const multiplied = lead > 0 ? SCALES.get(wordAt(passage, at + lead)) : undefined
  return multiplied === undefined ? null : { amount: atLeast(multiplied), next: at + lead + 1 }
}

function readQuantifier(passage: Passage, at: number): Found | null {
  const word = wordAt(passage, at)
  const second = wordAt(passage, at + 1)
  switch (word) {
    case 'both':
      return { amount: exactly(2), next: at + 1 }
    case 'no':
    case 'nobody':
    case 'none':
      return { amount: exactly(0), next: word === 'no' && second === 'one' ? at + 2 : at + 1 }
    case 'many':
      // "as many as 15"
      return second === 'as' ? null : { amount: unspecified(), next: at + 1 }
    case 'several':
    case 'numerous':
    case 'others':
      return { amount: unspecified(), next: at + 1 }
    case 'a':
      if (second === 'few' || second === 'handful') return { amount: unspecified(), next: at + 2 }
      if (second === 'couple') return { amount: exactly(2), next: at + 2 }
      return second === 'number' && wordAt(passage, at + 2) === 'of'
        ? { amount: unspecified(), next: at + 2 }
        : null
    default:
      return null
  }
}
