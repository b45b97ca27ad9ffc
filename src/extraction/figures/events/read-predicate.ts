import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { stateSenses, type VerbSense, verbSenses } from './event-words.ts'
import type { FigureEvent } from './figure-event.ts'

const BE =
  /^(?:is|are|was|were|be|been|being|get|gets|got|getting|remain|remains|remained|remaining)$/
const HAVE = /^(?:has|have|had|having)$/
const MODAL = /^(?:will|would|could|may|might|must|can|should)$/
/** "40 were feared dead", "12 reported missing". */
const HEDGE =
  /^(?:feared|believed|presumed|thought|confirmed|reported|reportedly|declared|pronounced|listed|found|left|allegedly|also|still|since|already|later|now|then|to|either|seriously|severely|critically|badly|slightly|lightly|fatally|successfully|newly|known|estimated|said|go|goes|went|gone)$/
const AUXILIARIES = 6
/** Words before the number of an object: "killed at least 12", "killed more than a hundred". */
const AMOUNT =
  /^(?:at|least|more|less|fewer|than|about|around|some|nearly|almost|up|to|as|many|over|roughly|a|an)$/
const VAGUE = /^(?:dozens?|hundreds?|thousands?|scores|several|millions?)$/

/**
 * Reads an event said of what stands right before a token: "were killed", "shot down", "died",
 * "who were injured", "feared dead".
 */
export function readPredicate(passage: Passage, start: number): FigureEvent | null {
  const isQuoted = /^["”’]$/.test(wordAt(passage, start))
  const relative = /^(?:that|who|which)$/.test(wordAt(passage, start))
  let at = relative || isQuoted ? start + 1 : start
  let passive = false
  let perfect = false
  for (let count = 0; count < AUXILIARIES; count += 1, at += 1) {
    const word = wordAt(passage, at)
    if (word === 'not' || word === 'n’t' || word === "n't" || word === 'never') return null
    if (BE.test(word)) passive = true
    else if (HAVE.test(word)) perfect = true
    else if (!(MODAL.test(word) || HEDGE.test(word) || isAdverb(passage, at))) break
  }
  const found = readState(passage, at) ?? readVerb(passage, at, { passive, perfect })
  if (!found) return null
  return relative ? { ...found, spanNext: null } : found
}

function isAdverb(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  return posAt(passage, at) === 'ADV' && verbSenses(word).length + stateSenses(word).length === 0
}

function readState(passage: Passage, at: number): FigureEvent | null {
  for (const { words, rest } of stateSenses(wordAt(passage, at))) {
    if (words.change || rest.some((word, i) => wordAt(passage, at + 1 + i) !== word)) continue
    if (isNominal(passage, at + 1 + rest.length)) return null
    return { words, at, spanNext: at + 1 + rest.length, counted: 'SUBJECT', passive: true }
  }
  return null
}

interface Auxiliaries {
  readonly passive: boolean
  readonly perfect: boolean
}

function readVerb(passage: Passage, at: number, auxiliaries: Auxiliaries): FigureEvent | null {
  for (const sense of verbSenses(wordAt(passage, at))) {
    if (sense.words.change || !fits(passage, at, sense, auxiliaries)) continue
    const next = at + (sense.particle ? 2 : 1)
    if (sense.particle && wordAt(passage, at + 1) !== sense.particle) continue
    const passive = sense.counted === 'OBJECT'
    return { words: sense.words, at, spanNext: next, counted: sense.counted, passive }
  }
  return null
}

function fits(
  passage: Passage,
  at: number,
  { counted, shapes, particle }: VerbSense,
  { passive, perfect }: Auxiliaries,
): boolean {
  if (counted === 'SUBJECT') {
    if (wordAt(passage, at - 1) === 'to') return shapes.has('BASE')
    if (passive) return shapes.has('GERUND')
    return perfect ? shapes.has('PARTICIPLE') : shapes.has('PAST') || isPresent(passage, at, shapes)
  }
  if (!shapes.has('PARTICIPLE')) return false
  if (passive) return true
  // "12 men killed three others" counts the killers; "12 men killed in a raid" the killed.
  return !perfect && !isNominal(passage, at + (particle ? 2 : 1))
}

const isPresent = (passage: Passage, at: number, shapes: VerbSense['shapes']): boolean =>
  (shapes.has('BASE') || shapes.has('PRESENT')) && posAt(passage, at) === 'VERB'

/** Whether an object could begin here, past "at least" and its like. */
function isNominal(passage: Passage, start: number): boolean {
  let at = start
  while (AMOUNT.test(wordAt(passage, at)) && at < start + 4) at += 1
  const token = tokenAt(passage, at)
  if (!token || /^(?:today|yesterday|overnight|\w+day|last|this|when|while)$/.test(token.lower)) {
    return false
  }
  if (at > start) return token.pos === 'NUM' || VAGUE.test(token.lower)
  return /^(?:DET|NUM|NOUN|PRON|PROPN)$/.test(token.pos)
}
