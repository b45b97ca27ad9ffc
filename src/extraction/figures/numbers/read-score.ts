import { matchAt } from '../match-at.ts'
import { type Passage, posAt, tokenAfter, tokenAt, wordAt } from '../passage.ts'
import type { NumberReading } from './number-reading.ts'

const SCORE = /(\d{1,3})[-\u2013](\d{1,3})(?![-\u2013\d/%\p{L}]|[.,]\d|\s?%)/uy
const RESULT =
  /^(?:w[io]ns?|winning|beat(?:s|en|ing)?|los[et]s?|losing|defeat(?:s|ed|ing)?|dr[ae]ws?|drawn|drawing|tied?|victory|victories|loss|led|leads?|leading|trail(?:s|ed|ing)?|thrash(?:es|ed|ing)?|edged?|rout(?:s|ed)?|hammered|score[sd]?|scoring|scoreline|aggregate|vote[sd]?|voting|ruling|ruled|match|game|final|sets?|down|up|ahead|equalised?|shootout|penalties|comeback|triumph(?:ed)?)$/
const REACH = 6

/**
 * Reads the score of a match or a vote: "won 3-1", "a 5-4 ruling". It has no single value: the words
 * hold both sides. A rising pair ("3-5") is one only beside a word of winning or losing.
 */
export function readScore(passage: Passage, at: number): NumberReading | null {
  const token = tokenAt(passage, at)
  const found = token && matchAt(SCORE, passage.text, token.start)
  if (!token || !found) return null
  const next = tokenAfter(passage, at, token.start + found[0].length)
  const rising = Number(found[1]) < Number(found[2])
  if (rising && (!isResultNear(passage, at, next) || isCounted(passage, next))) return null
  const end = token.start + found[0].length
  return {
    kind: 'SCORE',
    value: null,
    minValue: null,
    maxValue: null,
    qualifier: null,
    unit: 'score',
    start: token.start,
    valueEnd: end,
    end,
    first: at,
    next,
  }
}

function isResultNear(passage: Passage, first: number, next: number): boolean {
  for (let i = first - REACH; i < next + 3; i += 1) {
    if (RESULT.test(wordAt(passage, i))) return true
  }
  return false
}

const isCounted = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'NOUN' && /s$/.test(wordAt(passage, at))
