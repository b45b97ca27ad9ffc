import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { CueContext } from './find-cues.ts'
import { phraseEnd } from './phrase-bounds.ts'
import { readSpeaker } from './read-speaker.ts'
import { readVia } from './read-via.ts'
import type { Cue, Speaker } from './speaker.ts'

/** Reads "according to X", "citing X", "attributed to X", "as reported by X", "based on data from X". */
export function readAccordingTo(passage: Passage, at: number, context: CueContext): Cue | null {
  const lead = leadLength(passage, at)
  if (lead === 0) return null
  const first = at + lead
  const next = phraseEnd(passage, first, context)
  const speaker = readSpeaker(passage, context.index, first, next)
  const start = tokenAt(passage, at)?.start
  if (!speaker || start === undefined) return null
  if (/^(?:citing|quoting)$/.test(wordAt(passage, at)) && !isCitable(passage, first, speaker))
    return null
  const via = readVia(passage, next)
  return { speaker, start, end: speaker.end, via, governs: 'BOTH', explicit: true }
}

const CITABLE =
  /\b(?:officials?|sources?|authorities|police|ministry|ministers?|governor|mayor|spokes\p{L}+|agency|army|military|witnesses|doctors|medics|hospital|residents|lawyers?|prosecutors|court|data|figures?|report|reports|documents?|statement|stud(?:y|ies)|poll|survey|estimates?|people|person|official|media|newspaper|analysts?|experts?|aides?|diplomats?)\b/iu

/** "citing two officials", not "citing procedural flaws" nor "citing the threat Russia poses". */
function isCitable(passage: Passage, first: number, speaker: Speaker): boolean {
  if (CITABLE.test(speaker.label)) return true
  const bare = posAt(passage, first) === 'DET' ? first + 1 : first
  return speaker.kind === 'NAMED' && posAt(passage, bare) === 'PROPN'
}

/** "quoted the mayor as saying" */
function isAsSaying(passage: Passage, verb: number): boolean {
  for (let at = verb + 2; at < verb + 14; at += 1) {
    if (
      wordAt(passage, at) === 'as' &&
      /^(?:saying|telling|putting)$/.test(wordAt(passage, at + 1))
    ) {
      return true
    }
  }
  return false
}

/** "a figure attributed to" names a speaker; "groups attributed to" do not. */
const isStated = (passage: Passage, at: number): boolean =>
  /^(?:,|is|are|was|were|be|been)$/.test(wordAt(passage, at - 1))

/** How many tokens lead up to the speaker's first; 0 where no cue starts here. */
function leadLength(passage: Passage, at: number): number {
  const word = wordAt(passage, at)
  const second = wordAt(passage, at + 1)
  if (word === 'according' && second === 'to') return 2
  if (word === 'attributed' && second === 'to') return isStated(passage, at) ? 2 : 0
  if (/^(?:citing|quoting)$/.test(word)) return 1
  if (/^(?:quote[sd]|cite[sd])$/.test(word)) return isAsSaying(passage, at) ? 1 : 0
  if (/^(?:per)$/.test(word) && posAt(passage, at + 1) === 'DET') return 1
  if (
    /^(?:reported|confirmed|announced|released|published|provided|compiled|verified|estimated|recorded)$/.test(
      word,
    ) &&
    second === 'by'
  )
    return 2
  return word === 'based' && second === 'on' && /^(?:data|figures)$/.test(wordAt(passage, at + 2))
    ? 2
    : 0
}
