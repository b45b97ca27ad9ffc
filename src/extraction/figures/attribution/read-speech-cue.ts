import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { CueContext } from './find-cues.ts'
import { mentionsWithin } from './mention-index.ts'
import { phraseEnd, phraseStart } from './phrase-bounds.ts'
import { readSpeaker } from './read-speaker.ts'
import { readVia } from './read-via.ts'
import { resolveSpeaker } from './resolve-speaker.ts'
import type { Cue, Speaker } from './speaker.ts'
import { isDataNoun, isDataSpeech, speechKind } from './speech-verbs.ts'

const QUOTE = /^["“”'‘’»«]+$/
const INVERTIBLE =
  /^(?:said|says|wrote|writes|added|warned|explained|noted|insisted|claimed|stated|reported|announced|confirmed)$/
const APPOSITION = 14
/** The longest adverbial after a verb of saying, in tokens. */
const ADVERBIAL = 10
const PUT_AT =
  /^(?:toll|number|figure|total|damage|damages|cost|costs|losses|count|tally|deaths|estimate|magnitude|price|value|turnout|population|temperature)$/

/** Reads a cue whose verb of saying stands at a token: "X said", "said X", "X, the governor, told". */
export function readSpeechCue(passage: Passage, verb: number, context: CueContext): Cue | null {
  const word = wordAt(passage, verb)
  const kind = speechKind(word)
  if (!kind || !isVerbHere(passage, verb)) return null
  const inverted = readInverted(passage, verb, context)
  if (inverted) return inverted
  const subject = readSubject(passage, verb, context)
  if (subject) {
    if (kind === 'WITH_THAT' && !introducesSpeech(passage, verb, subject.speaker)) return null
    return cueOf(passage, verb, subject, context)
  }
  return null
}

function isVerbHere(passage: Passage, verb: number): boolean {
  const before = wordAt(passage, verb - 1)
  if (/^(?:to|be|been|being|is|are|was|were|not|the|a|an|its|their|his|her|this)$/.test(before))
    return false
  const pos = posAt(passage, verb)
  if (pos === 'VERB') return true
  const after = wordAt(passage, verb + 1)
  if (passage.titleCase) return pos !== 'ADJ'
  return (
    posAt(passage, verb - 1) === 'PROPN' && (after === 'that' || posAt(passage, verb + 1) === 'NUM')
  )
}

interface Subject {
  readonly speaker: Speaker
  /** Its first token, where the cue starts. */
  readonly first: number
}

function readSubject(passage: Passage, verb: number, context: CueContext): Subject | null {
  let next = verb
  while (isBetween(passage, next - 1, context)) next -= 1
  const before = wordAt(passage, next - 1)
  if (before === ',' || before === ')' || /^(?:who|which)$/.test(before)) {
    return readBeforeApposition(passage, next - 1, context)
  }
  return subjectEndingAt(passage, next, context) ?? readBeforeRelative(passage, next, context)
}

/** Adverbs, auxiliaries and dates may stand between a speaker and the verb: "police later said". */
function isBetween(passage: Passage, at: number, { dateTokens }: CueContext): boolean {
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
    if (subject) return withName(passage, subject, { from: at + 1, to: end, context })
  }
  return wordAt(passage, end) === ',' ? null : subjectEndingAt(passage, end, context)
}

interface Apposition {
  readonly from: number
  readonly to: number
  readonly context: CueContext
}

function withName(
  passage: Passage,
  subject: Subject,
  { from, to, context: { index } }: Apposition,
): Subject {
  if (subject.speaker.kind !== 'COLLECTIVE') return subject
  const start = tokenAt(passage, from)?.start ?? 0
  const end = tokenAt(passage, to - 1)?.end ?? 0
  const name = mentionsWithin(index, start, end).find(
    ({ entity, start: own }) => index.entities[entity]?.type === 'PERSON' && own === start,
  )
  if (!name) return subject
  const label = passage.text.slice(name.start, name.end)
  return {
    ...subject,
    speaker: { ...subject.speaker, kind: 'NAMED', label, claimant: name.entity },
  }
}

/** "An official who asked not to be named said". */
function readBeforeRelative(passage: Passage, next: number, context: CueContext): Subject | null {
  for (let at = next - 1; at > next - APPOSITION && at > passage.first; at -= 1) {
    if (/^[.,;:]$/.test(wordAt(passage, at))) return null
    if (wordAt(passage, at) !== 'who') continue
    const subject = subjectEndingAt(passage, at, context)
    const end = tokenAt(passage, next - 1)?.end
    if (!subject || end === undefined) return null
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
  const first = phraseStart(passage, next)
  if (isCounted(passage, first)) return null
  const speaker = readSpeaker(passage, context.index, first, next)
  return speaker && { speaker, first }
}

/** "60% of voters said": what they say is what is counted. "Two officials said" are speakers. */
function isCounted(passage: Passage, first: number): boolean {
  const amount = /^(?:%|percent|cent|half|quarters?|thirds?|fifths?|tenths?|\d.*|in|most|many)$/
  if (/^\d{3,}|^\d.*[,.%]/.test(wordAt(passage, first))) return true
  if (amount.test(wordAt(passage, first)) && wordAt(passage, first + 1) === 'of') return true
  return wordAt(passage, first - 1) === 'of' && amount.test(wordAt(passage, first - 2))
}

function introducesSpeech(passage: Passage, verb: number, speaker: Speaker): boolean {
  const word = wordAt(passage, verb)
  const after = wordAt(passage, verb + 1)
  if (/^(?:put|puts|placed)$/.test(word)) {
    if (after === 'it') return true
    return [2, 3, 4].some((step) => PUT_AT.test(wordAt(passage, verb + step)))
  }
  if (/^accuse[sd]$/.test(word)) {
    if (after === 'of') return false
    return [2, 3, 4, 5].some((step) => wordAt(passage, verb + step) === 'of')
  }
  if (after === 'that' || after === ':' || QUOTE.test(after)) return true
  if (isDataSpeech(word)) return hasDataNoun(passage.text.slice(speaker.start, speaker.end))
  return after === '' || after === '.' || after === ','
}

const hasDataNoun = (words: string): boolean => words.toLowerCase().split(/[ -]/).some(isDataNoun)

function cueOf(
  passage: Passage,
  verb: number,
  { speaker, first }: Subject,
  context: CueContext,
): Cue {
  const start = tokenAt(passage, first)?.start ?? speaker.start
  const end = tokenAt(passage, verb)?.end ?? speaker.end
  let next = verb + 1
  while (isBetween(passage, next, context)) next += 1
  const isParenthesis = !isOpening(passage, first) && closesSoon(passage, next)
  const governs = isParenthesis ? 'BOTH' : 'AFTER'
  return { speaker, start, end, via: readVia(passage, next), governs, explicit: false }
}

/** Whether only an adverbial follows the verb: ", police said in a statement on Monday." */
function closesSoon(passage: Passage, next: number): boolean {
  for (let at = next; at < next + ADVERBIAL; at += 1) {
    const word = wordAt(passage, at)
    if (word === '' || /^[.,;)]$/.test(word)) return true
    if (/^(?:that|it|they|he|she|there|:)$/.test(word)) return false
    if (at === next && !/^(?:ADP|ADV|PUNCT)$/.test(posAt(passage, at)) && !isHearer(word))
      return false
    if (/^(?:AUX|NUM)$/.test(posAt(passage, at))) return false
  }
  return false
}

/** "told Reuters", "told reporters". */
const isHearer = (word: string): boolean =>
  /^(?:reporters|journalists|reuters|afp|ap|bbc|cnn|us|tass|parliament|lawmakers|state|local|the)$/.test(
    word,
  )

/** Whether nothing of weight stands before the cue in its sentence. */
function isOpening(passage: Passage, first: number): boolean {
  for (let at = first - 1; at >= passage.first; at -= 1) {
    if (/^(?:NOUN|NUM|VERB|PROPN)$/.test(posAt(passage, at))) return false
    if (first - at > 4) return false
  }
  return true
}

/** `"…," said X`: the speaker stands after the verb, at the end or before a comma. */
function readInverted(passage: Passage, verb: number, context: CueContext): Cue | null {
  if (!INVERTIBLE.test(wordAt(passage, verb))) return null
  const before = wordAt(passage, verb - 1)
  if (before !== ',' && !QUOTE.test(before) && verb !== passage.first) return null
  const next = phraseEnd(passage, verb + 1, context)
  // ", said the number had doubled" goes on; ", said the mayor" closes.
  if (!/^(?:PUNCT|SPACE|ADP|PRON|ADV)$/.test(posAt(passage, next))) return null
  const speaker = readSpeaker(passage, context.index, verb + 1, next)
  const start = tokenAt(passage, verb)?.start
  if (!speaker || start === undefined) return null
  const isSaid = /^sa(?:id|ys)$/.test(wordAt(passage, verb))
  if (!isSaid && speaker.kind !== 'NAMED') return null
  const via = readVia(passage, next)
  return { speaker, start, end: speaker.end, via, governs: 'BOTH', explicit: false }
}
