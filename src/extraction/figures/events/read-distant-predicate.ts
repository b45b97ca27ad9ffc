import { speechKind } from '../attribution/speech-verbs.ts'
import { isAttached, type Passage, posAt, wordAt } from '../passage.ts'
import type { FigureEvent } from './figure-event.ts'
import { readPredicate } from './read-predicate.ts'

const REACH = 16
const CLOSINGS: Readonly<Record<string, string>> = {
  '(': ')',
  '—': '—',
  '–': '–',
}
/** A plain hyphen between spaces is a dash too. */
const isDash = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === '-' && !isAttached(passage, at) && !isAttached(passage, at + 1)
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
    if (/^aged?$/.test(word)) continue
    const isVerb = AUXILIARY.test(word) || posAt(passage, at) === 'VERB'
    if (!isVerb) {
      const isCount = posAt(passage, at) === 'NUM' && !isAgeList(passage, at)
      if (isCount && commas % 2 === 0) return null
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

/** "two boys aged seven and nine were found dead" */
const isAgeList = (passage: Passage, at: number): boolean =>
  [1, 2, 3].some((step) => /^aged?$/.test(wordAt(passage, at - step)))

/** The token that ends what brackets or a pair of dashes set off; null where nothing of that kind starts. */
function closing(passage: Passage, at: number): number | null {
  const end = isDash(passage, at) ? '-' : CLOSINGS[wordAt(passage, at)]
  if (end === undefined) return null
  for (let i = at + 1; i < at + REACH; i += 1) {
    if (wordAt(passage, i) === end && (end !== '-' || isDash(passage, i))) return i
  }
  return null
}
