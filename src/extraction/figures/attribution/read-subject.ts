import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { CueContext } from './find-cues.ts'
import { mentionsWithin } from './mention-index.ts'
import { phraseStart } from './phrase-bounds.ts'
import { readSpeaker } from './read-speaker.ts'
import { resolveSpeaker } from './resolve-speaker.ts'
import type { Speaker } from './speaker.ts'
import { speechKind } from './speech-verbs.ts'

/** The longest apposition between a speaker and the verb, in tokens. */
const APPOSITION = 14

/** Who is the subject of a verb of saying. */
export interface Subject {
  readonly speaker: Speaker
  /** Its first token, where the cue starts. */
  readonly first: number
}

/** Reads who stands before a verb of saying: "police later said", "Tarn, the governor, told". */
export function readSubject(passage: Passage, verb: number, context: CueContext): Subject | null {
  let next = verb
  while (isBetween(passage, next - 1, context)) next -= 1
  const before = wordAt(passage, next - 1)
  if (before === ',' || before === ')' || /^(?:who|which)$/.test(before)) {
    return readBeforeApposition(passage, next - 1, context)
  }
  return subjectEndingAt(passage, next, context) ?? readBeforeRelative(passage, next, context)
}

/** "The army disputed the figure and said": the subject that opens the clause speaks. */
export function readSharedSubject(
  passage: Passage,
  verb: number,
  context: CueContext,
): Subject | null {
  if (!/^(?:and|but)$/.test(wordAt(passage, verb - 1))) return null
  let first = verb - 2
  while (first > passage.first && wordAt(passage, first - 1) !== ';') first -= 1
  let next = first
  while (next < verb && /^(?:DET|ADJ|NOUN|PROPN|PRON|PART|ADP)$/.test(posAt(passage, next)))
    next += 1
  return /^(?:VERB|AUX)$/.test(posAt(passage, next))
    ? subjectEndingAt(passage, next, context)
    : null
}

/** Adverbs, auxiliaries and dates may stand between a speaker and the verb: "police later said". */
export function isBetween(passage: Passage, at: number, { dateTokens }: CueContext): boolean {
  const pos = posAt(passage, at)
  if (pos === 'ADV' || pos === 'AUX' || dateTokens.has(at)) return true
  return wordAt(passage, at) === 'on' && dateTokens.has(at + 1)
}

/** "The mayor, Anna Kowalska, said": the name in the apposition is who speaks. */
function readBeforeApposition(passage: Passage, end: number, context: CueContext): Subject | null {
  for (let at = end - 1; at > end - APPOSITION && at > passage.first; at -= 1) {
    const word = wordAt(passage, at)
    if (speechKind(word) === 'ALWAYS' && posAt(passage, at) === 'VERB') return null
    const subject = /^[,(]$/.test(word) ? subjectEndingAt(passage, at, context) : null
    if (subject) {
      const speaker = withName(passage, subject.speaker, { at: at + 1, context })
      return { ...subject, speaker }
    }
  }
  return wordAt(passage, end) === ',' ? null : subjectEndingAt(passage, end, context)
}

/** "the mayor, Anna Kowalska": an unnamed speaker takes the name that stands at a token. */
export function withName(
  passage: Passage,
  speaker: Speaker,
  { at, context: { index } }: { readonly at: number; readonly context: CueContext },
): Speaker {
  const start = tokenAt(passage, at)?.start
  if (speaker.kind !== 'COLLECTIVE' || start === undefined) return speaker
  const name = mentionsWithin(index, start, start + 80).find(
    ({ entity, start: own }) => index.entities[entity]?.type === 'PERSON' && own === start,
  )
  if (!name) return speaker
  const label = passage.text.slice(name.start, name.end)
  return { ...speaker, kind: 'NAMED', label, claimant: name.entity }
}

/** "An official who asked not to be named said". */
function readBeforeRelative(passage: Passage, next: number, context: CueContext): Subject | null {
  for (let at = next - 1; at > next - APPOSITION && at > passage.first; at -= 1) {
    if (/^[.,;:]$/.test(wordAt(passage, at))) return null
    if (wordAt(passage, at) !== 'who') continue
    const subject = subjectEndingAt(passage, at, context)
    if (!subject) return null
    const whole = readSpeaker(passage, context.index, subject.first, next)
    return whole && { speaker: whole, first: subject.first }
  }
  return null
}

function subjectEndingAt(passage: Passage, next: number, context: CueContext): Subject | null {
  const pronoun = wordAt(passage, next - 1)
  if (/^(?:he|she|it|they|we|i)$/.test(pronoun)) {
    const speaker = resolveSpeaker(passage, next - 1, context)
    return speaker && { speaker, first: next - 1 }
  }
  if (!/^(?:NOUN|PROPN|ADJ|PART)$/.test(posAt(passage, next - 1))) return null
  const first = phraseStart(passage, next, context)
  if (isCounted(passage, first)) return null
  const speaker = readSpeaker(passage, context.index, first, next)
  return speaker && { speaker, first }
}

const AMOUNT =
  /^(?:%|percent|cent|pct|pc|half|quarters?|thirds?|fifths?|tenths?|\d.*|in|most|many)$/

/** "60% of voters said": what they say is what is counted. "Two officials said" are speakers. */
function isCounted(passage: Passage, first: number): boolean {
  if (/^\d{3,}|^\d.*[,.%]/.test(wordAt(passage, first))) return true
  // "a whopping 88 pc of respondents"
  const isShare = (at: number) =>
    posAt(passage, at) === 'NUM' &&
    AMOUNT.test(wordAt(passage, at + 1)) &&
    wordAt(passage, at + 2) === 'of'
  if ([0, 1, 2].some((step) => isShare(first + step))) return true
  if (AMOUNT.test(wordAt(passage, first)) && wordAt(passage, first + 1) === 'of') return true
  if (wordAt(passage, first - 1) === 'in' && posAt(passage, first - 2) === 'NUM') return true
  return wordAt(passage, first - 1) === 'of' && AMOUNT.test(wordAt(passage, first - 2))
}
