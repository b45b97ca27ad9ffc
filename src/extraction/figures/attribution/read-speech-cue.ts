import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isPlural } from '../things/plural.ts'
import type { CueContext } from './find-cues.ts'
import { introducesSpeech } from './introduces-speech.ts'
import { readInvertedCue } from './read-inverted-cue.ts'
import { isBetween, readSharedSubject, readSubject, type Subject } from './read-subject.ts'
import { readVia } from './read-via.ts'
import type { Cue, Speaker } from './speaker.ts'
import { speechKind } from './speech-verbs.ts'

/** The longest adverbial after a verb of saying, in tokens. */
const ADVERBIAL = 10

/** Reads a cue whose verb of saying stands at a token: "X said", "said X", "X, the governor, told". */
export function readSpeechCue(passage: Passage, verb: number, context: CueContext): Cue | null {
  const kind = speechKind(wordAt(passage, verb))
  if (!kind || !isVerbHere(passage, verb)) return null
  const inverted = readInvertedCue(passage, verb, context)
  if (inverted) return inverted
  const subject = readSubject(passage, verb, context) ?? readSharedSubject(passage, verb, context)
  if (!subject || isRelative(passage, verb, subject)) return null
  if (kind === 'SOMETIMES' && !introducesSpeech(passage, verb, subject.speaker, context.index)) {
    return null
  }
  return cueOf(passage, verb, subject, context)
}

function isVerbHere(passage: Passage, verb: number): boolean {
  const before = wordAt(passage, verb - 1)
  const after = wordAt(passage, verb + 1)
  if (/^(?:to|be|been|being|is|are|was|were|not|the|a|an|its|their|his|her|this)$/.test(before)) {
    return false
  }
  // "United States"
  if (
    !passage.titleCase &&
    /^\p{Lu}/u.test(tokenAt(passage, verb)?.text ?? '') &&
    verb !== passage.first
  ) {
    return false
  }
  // "wrote off 6.8 billion"
  if (/^(?:off|down)$/.test(after)) return false
  const pos = posAt(passage, verb)
  if (pos === 'VERB' || /^sa(?:ys?|id)$/.test(wordAt(passage, verb))) return true
  if (passage.titleCase) return pos !== 'ADJ'
  // "the 27 member states, Hungary among them"
  if (/^states?$/.test(wordAt(passage, verb))) return after === 'that'
  // "economists had forecast a rise"
  if (/^(?:had|have|has)$/.test(before)) return /^(?:DET|NUM|PRON)$/.test(posAt(passage, verb + 1))
  if (!/^(?:PROPN|NOUN)$/.test(posAt(passage, verb - 1))) return false
  // "below its spring estimate." is no clause: one thing does not "estimate".
  const isBase = /^(?:estimate|forecast|project|report|claim)$/.test(wordAt(passage, verb))
  if (isBase && posAt(passage, verb - 1) === 'NOUN' && !isPlural(before) && after !== 'that')
    return false
  // The tagger takes "estimates" and "show" for nouns: here a clause begins or the sentence ends.
  const isName = posAt(passage, verb - 1) === 'PROPN'
  if (
    after === 'that' &&
    /^(?:estimate|forecast|project|report|claim)$/.test(wordAt(passage, verb))
  )
    return true
  if (isName && (after === 'that' || posAt(passage, verb + 1) === 'NUM')) return true
  return after === '' || /^[.,]$/.test(after)
}

/** "the 130,000 that economists had predicted": only that number is theirs. */
function isRelative(passage: Passage, verb: number, { first }: Subject): boolean {
  if (!/^(?:predicted|forecast|projected|estimated|expected)$/.test(wordAt(passage, verb)))
    return false
  return wordAt(passage, first - 1) === 'that' && posAt(passage, verb + 1) === 'PUNCT'
}

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
  const via = readVia(passage, next)
  return { speaker: masked(passage, next, speaker), start, end, via, governs, explicit: false }
}

/** "an official said on condition of anonymity" */
function masked(passage: Passage, next: number, speaker: Speaker): Speaker {
  for (let at = next; at < next + ADVERBIAL; at += 1) {
    if (wordAt(passage, at) === 'anonymity')
      return { ...speaker, kind: 'ANONYMOUS', claimant: null }
  }
  return speaker
}

/** Whether only an adverbial follows the verb: ", police said in a statement on Monday." */
function closesSoon(passage: Passage, next: number): boolean {
  const told = wordAt(passage, next - 1) === 'told'
  for (let at = next; at < next + ADVERBIAL; at += 1) {
    const word = wordAt(passage, at)
    const pos = posAt(passage, at)
    if (word === '' || /^[.,;)]$/.test(word)) return true
    if (/^(?:that|it|they|he|she|there|:|\d.*)$/.test(word) || pos === 'AUX') return false
    // "told Radio Lind", "told reporters"
    const isHearer = told && /^(?:NOUN|PROPN|DET|ADJ)$/.test(pos)
    if (at === next && !/^(?:ADP|ADV|PUNCT)$/.test(pos) && !isHearer) return false
  }
  return false
}

/** Whether nothing of weight stands before the cue in its sentence. */
function isOpening(passage: Passage, first: number): boolean {
  for (let at = first - 1; at >= passage.first; at -= 1) {
    if (/^(?:NOUN|NUM|VERB|PROPN)$/.test(posAt(passage, at))) return false
    if (first - at > 4) return false
  }
  return true
}
