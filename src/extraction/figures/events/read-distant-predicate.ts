import { speechKind } from '../attribution/speech-verbs.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'
import type { FigureEvent } from './figure-event.ts'
import { readPredicate } from './read-predicate.ts'

const REACH = 16
const CLOSINGS: Readonly<Record<string, string>> = { '(': ')', '—': '—', '–': '–' }
const AUXILIARY = /^(?:is|are|was|were|has|have|had|be|been)$/

/**
 * Reads an event said of a thing counted past what describes it: "three people in the north were
 * killed", "12 people, all of them children, died".
 */
export function readDistantPredicate(passage: Passage, next: number): FigureEvent | null {
  let commas = 0
  for (let at = next; at < next + REACH; at += 1) {
    const word = wordAt(passage, at)
    const closed = closing(passage, at)
    if (closed !== null) {
      at = closed
      continue
    }
    if (
      word === '' ||
      /^[.;:()“”"–—]$/.test(word) ||
      /^(?:that|who|which|while|but|after|when|as)$/.test(word)
    ) {
      return null
    }
    if (word === ',') commas += 1
    const isVerb = AUXILIARY.test(word) || posAt(passage, at) === 'VERB'
    if (!isVerb) {
      if (posAt(passage, at) === 'NUM' && commas % 2 === 0) return null
      continue
    }
    if (commas % 2 === 1 || speechKind(word) === 'ALWAYS') {
      if (AUXILIARY.test(word)) return null
      continue
    }
    const found = readPredicate(passage, at)
    return found ? { ...found, spanNext: null } : null
  }
  return null
}

/** The token that ends what brackets or a pair of dashes set off; null where nothing of that kind starts. */
function closing(passage: Passage, at: number): number | null {
  const end = CLOSINGS[wordAt(passage, at)]
  if (end === undefined) return null
  for (let i = at + 1; i < at + REACH; i += 1) {
    if (wordAt(passage, i) === end) return i
  }
  return null
}
