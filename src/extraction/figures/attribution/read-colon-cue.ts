import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { MentionIndex } from './mention-index.ts'
import { readSpeaker } from './read-speaker.ts'
import type { Cue } from './speaker.ts'

const MAX_WORDS = 5

/** Reads the speaker of a headline set off by a colon: "Dozens dead: officials", "UN: 3 million flee". */
export function readColonCue(passage: Passage, index: MentionIndex): Cue | null {
  const { document, first, last } = passage
  if (document.spanned.field !== 'HEADLINE') return null
  for (let colon = first + 1; colon < last - 1; colon += 1) {
    if (wordAt(passage, colon) !== ':') continue
    const before = isName(passage, first, colon) && readSpeaker(passage, index, first, colon)
    const after = isName(passage, colon + 1, last) && readSpeaker(passage, index, colon + 1, last)
    const speaker = after || (before && before.kind === 'NAMED' ? before : null)
    if (!speaker) return null
    const { start, end } = speaker
    return { speaker, start, end, via: null, governs: 'BOTH', explicit: true }
  }
  return null
}

function isName(passage: Passage, first: number, next: number): boolean {
  if (next - first > MAX_WORDS || !tokenAt(passage, next - 1)) return false
  for (let at = first; at < next; at += 1) {
    if (!/^(?:NOUN|PROPN|ADJ|DET)$/.test(posAt(passage, at))) return false
  }
  return true
}
