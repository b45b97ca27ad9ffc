import { partitionPoint } from '../../../core/partition-point.ts'
import type { FoundAttribution } from '../../extractor.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'
import type { Cue } from './speaker.ts'

export const ARTICLE_VOICE: FoundAttribution = {
  kind: 'ARTICLE_VOICE',
  label: null,
  claimant: null,
  cue: null,
  via: null,
}

/** Cues looked at on either side of a figure. */
const NEAREST = 3
const LONGEST_CLAUSE = 1000

/**
 * The cue that governs a figure of its sentence. "According to X" after the figure says whose number
 * it is; otherwise the nearest verb of saying before it, then the nearest one after it.
 */
export function governingCue(text: string, cues: readonly Cue[], start: number): Cue | null {
  const split = firstCueFrom(cues, start)
  const following = cues.slice(split, split + NEAREST)
  const preceding = cues.slice(Math.max(0, split - NEAREST), split).toReversed()
  const explicit = following.find((cue) => cue.explicit && !isCutOff(text, start, cue.start))
  if (explicit) return explicit
  const said = preceding.filter((cue) => cue.governs !== 'BEFORE' && cue.end <= start)
  const [before, outer] = said
  // "Tarn said an audit had found 14": Tarn says so.
  const isQuoted = before && outer && outer.governs === 'AFTER' && isInside(text, outer, before)
  if (before) return isQuoted ? outer : before
  return (
    following.find((cue) => cue.governs !== 'AFTER' && !isCutOff(text, start, cue.start)) ?? null
  )
}

/** Whether a clause mark stands between two places: what follows it is said of something else. */
const isCutOff = (text: string, from: number, to: number): boolean =>
  to - from < LONGEST_CLAUSE && text.slice(from, to).includes(';')

/** Whether a cue is part of what the one before it says: only "that" or nothing stands between. */
const isInside = (text: string, outer: Cue, inner: Cue): boolean =>
  !inner.explicit && /^\s*(?:that\s+)?$/.test(text.slice(outer.end, inner.start))

/** The index of the first cue that starts at or after an offset. */
export function firstCueFrom(cues: readonly Cue[], offset: number): number {
  return partitionPoint(0, cues.length, (i) => (cues[i]?.start ?? 0) < offset)
}

/** The cue that a place in the text stands in. */
export function cueAround(cues: readonly Cue[], start: number, end: number): Cue | null {
  const at = firstCueFrom(cues, start)
  const [before, after] = [cues[at - 1], cues[at]]
  if (before && before.end > start) return before
  return after && after.start < end ? after : null
}

export function attributionOf(
  passage: Passage,
  { speaker, start, end, via }: Cue,
): FoundAttribution {
  const { kind, label, claimant } = speaker
  return { kind, label, claimant, cue: passage.document.spanned.span(start, end), via }
}

/** What a speaker does that is reported after it is named: "It recorded 87 aftershocks." */
const GOES_ON =
  /^(?:recorded|counted|registered|logged|documented|listed|announced|promised|pledged|expects?|expected|forecasts?|called|blamed|proposed|offered|described)$/
const CONTINUES =
  /^(?:another|others|more|most|among|of|additionally|further|also|besides|in|the|two|three|four|five|six|seven|eight|nine|ten|at)$/

/**
 * Whether a sentence goes on with what the one before it reported: "Another 12 were hurt.", "Of
 * those, three died." A number that opens it counts more of the same.
 */
export function continuesReport(passage: Passage): boolean {
  const word = wordAt(passage, passage.first)
  const second = wordAt(passage, passage.first + 1)
  if (/^["“]$/.test(word)) return true
  if (/^(?:another|others|additionally|besides)$/.test(word)) return true
  if (/^(?:it|they|he|she)$/.test(word)) return GOES_ON.test(second)
  if (/^(?:of|among)$/.test(word)) return /^(?:them|those|these|the|whom)$/.test(second)
  if (/^(?:a)$/.test(word)) return second === 'further'
  if (/^(?:at|more|some|about|nearly)$/.test(word) && CONTINUES.test(word)) {
    return hasMore(passage)
  }
  return posAt(passage, passage.first) === 'NUM' && hasMore(passage)
}

function hasMore(passage: Passage): boolean {
  for (let at = passage.first; at < passage.first + 5; at += 1) {
    if (/^(?:other|others|more|further)$/.test(wordAt(passage, at))) return true
  }
  return false
}
