import { type Passage, wordAt } from '../passage.ts'
import type { MentionIndex } from './mention-index.ts'
import { readAccordingTo } from './read-according-to.ts'
import { readColonCue } from './read-colon-cue.ts'
import { readSpeechCue } from './read-speech-cue.ts'
import type { Cue, Speaker } from './speaker.ts'

/** A sentence and which of its tokens say when. */
export interface DatedPassage {
  readonly passage: Passage
  readonly dateTokens: ReadonlySet<number>
}

/** What a cue rule may look at besides its sentence. */
export interface CueContext {
  readonly dateTokens: ReadonlySet<number>
  readonly index: MentionIndex
  /** The sentence before, for "they said". */
  readonly previous: Passage | null
  /** Whoever spoke last, for "he said". */
  readonly lastSpeaker: Speaker | null
}

/** The cues of each sentence of a document, in order. Pronouns take the last one who spoke. */
export function findCues(passages: readonly DatedPassage[], index: MentionIndex): Cue[][] {
  let lastSpeaker: Speaker | null = null
  const found = passages.map(({ passage, dateTokens }, i) => {
    const previous = passages[i - 1]?.passage ?? null
    const cues: Cue[] = []
    for (let at = passage.first; at < passage.last; at += 1) {
      const context: CueContext = { dateTokens, index, previous, lastSpeaker }
      const cue = readAccordingTo(passage, at, context) ?? readSpeechCue(passage, at, context)
      if (!cue || cue.start < (cues.at(-1)?.end ?? 0)) continue
      cues.push(cue)
      lastSpeaker = cue.speaker
    }
    const colon = cues.length === 0 ? readColonCue(passage, index) : null
    return colon ? [colon] : cues
  })
  return found.map((cues, i) => (cues.length > 0 ? cues : cueOfQuote(passages, found, i)))
}

/** Sentences that a quotation may go on for before its speaker is named. */
const LONGEST_QUOTE = 6

/** `"Three were hit. We have five left," X said`: the first sentence has the speaker of the last. */
function cueOfQuote(
  passages: readonly DatedPassage[],
  found: readonly (readonly Cue[])[],
  at: number,
): Cue[] {
  const paragraph = passages[at]?.passage.paragraph
  if (!passages[at] || !isOpen(passages[at].passage)) return []
  for (let i = at + 1; i < at + LONGEST_QUOTE; i += 1) {
    const passage = passages[i]?.passage
    if (!passage || passage.paragraph !== paragraph) return []
    const cue = found[i]?.[0]
    if (cue) return cue.governs === 'AFTER' ? [] : [cue]
    if (quotesIn(passage) % 2 === 1) return []
  }
  return []
}

/** Whether a quotation begins in a sentence and does not end there. */
const isOpen = (passage: Passage): boolean =>
  quotesIn(passage) === 1 && /^["“]$/.test(wordAt(passage, passage.first))

function quotesIn(passage: Passage): number {
  let count = 0
  for (let at = passage.first; at < passage.last; at += 1) {
    if (/^["“”]$/.test(wordAt(passage, at))) count += 1
  }
  return count
}
