import { type MentionIndex, mentionsWithin } from '../attribution/mention-index.ts'
import type { FigureEvent } from '../events/figure-event.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'

/** How many tokens from a verb its subject is looked for. */
const SUBJECT_REACH = 10

/** Who did what a figure counts, and to whom, as the sentence names them. */
export interface Parties {
  readonly actor: string | null
  readonly target: string | null
}

/** Reads the named subject of an active verb ("Ukraine intercepted") or the agent after "by". */
export function readParties(
  passage: Passage,
  event: FigureEvent | null,
  index: MentionIndex,
): Parties {
  if (!event || event.words.change || event.counted === 'SUBJECT')
    return { actor: null, target: null }
  const actor = event.passive
    ? agentAfter(passage, event, index)
    : subjectBefore(passage, event, index)
  return { actor, target: event.passive ? null : targetAfter(passage, event, index) }
}

function subjectBefore(passage: Passage, { at }: FigureEvent, index: MentionIndex): string | null {
  const from = Math.max(passage.first, at - SUBJECT_REACH)
  let first = from
  for (let i = at - 1; i >= from; i -= 1) {
    if (/^[;:“”"]$/.test(wordAt(passage, i)) || posAt(passage, i) === 'SCONJ') {
      first = i + 1
      break
    }
  }
  const start = tokenAt(passage, first)?.start
  const end = tokenAt(passage, at)?.start
  if (start === undefined || end === undefined) return null
  const mention = mentionsWithin(index, start, end).findLast(
    (found) => !isAfterPreposition(passage, found.start, at),
  )
  return mention ? passage.text.slice(mention.start, mention.end) : null
}

/** "forces in Kherson captured": the place is where, not who. */
function isAfterPreposition(passage: Passage, start: number, before: number): boolean {
  let at = before - 1
  while (at > passage.first && (tokenAt(passage, at)?.start ?? 0) > start) at -= 1
  if (posAt(passage, at - 1) === 'DET') at -= 1
  return posAt(passage, at - 1) === 'ADP' && wordAt(passage, at - 1) !== 'by'
}

function agentAfter(passage: Passage, { at }: FigureEvent, index: MentionIndex): string | null {
  for (let i = at + 1; i < at + SUBJECT_REACH; i += 1) {
    if (/^[.;,]$/.test(wordAt(passage, i))) return null
    if (wordAt(passage, i) === 'by') return mentionAt(passage, i + 1, index)
  }
  return null
}

function targetAfter(
  passage: Passage,
  { at, words }: FigureEvent,
  index: MentionIndex,
): string | null {
  if (words.event !== 'launched') return null
  for (let i = at + 1; i < at + SUBJECT_REACH * 2; i += 1) {
    if (/^[.;]$/.test(wordAt(passage, i))) return null
    if (/^(?:at|against|towards?|into)$/.test(wordAt(passage, i)))
      return mentionAt(passage, i + 1, index)
  }
  return null
}

function mentionAt(passage: Passage, at: number, index: MentionIndex): string | null {
  const start = tokenAt(passage, at)?.start
  const end = tokenAt(passage, Math.min(at + 6, passage.last - 1))?.end
  if (start === undefined || end === undefined) return null
  const mention = mentionsWithin(index, start, end)[0]
  return mention && mention.start - start < 5
    ? passage.text.slice(mention.start, mention.end)
    : null
}
