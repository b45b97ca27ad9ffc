import type { LocatedMention } from '../../named-article.ts'
import { type MentionIndex, mentionsWithin } from '../attribution/mention-index.ts'
import type { FigureEvent } from '../events/figure-event.ts'
import { type Passage, posAt, tokenAt, tokenFrom, wordAt } from '../passage.ts'
import type { EventSite } from '../site.ts'

/** How many tokens from a verb its subject is looked for. */
const REACH = 24
const AGENT_REACH = 10

/** Who did what a figure counts, and to whom, as the sentence names them. */
export interface Parties {
  readonly actor: string | null
  readonly target: string | null
}

const NOBODY: Parties = { actor: null, target: null }

/** Reads the named subject of an active verb ("Ukraine intercepted") or the agent after "by". */
export function readParties(
  passage: Passage,
  { event, first }: EventSite,
  index: MentionIndex,
): Parties {
  if (!event || event.words.change || event.counted === 'SUBJECT') return NOBODY
  if (event.at >= first && !event.passive) return NOBODY
  if (event.passive) return { actor: agentAfter(passage, event, index), target: null }
  const actor = subjectBefore(passage, event, index) ?? clauseOpener(passage, event, index)
  return { actor, target: targetAfter(passage, event, index) }
}

/** The name that ends right before the verb and what helps it: "Ukraine has intercepted". */
function subjectBefore(passage: Passage, { at }: FigureEvent, index: MentionIndex): string | null {
  let last = at - 1
  while (/^(?:AUX|ADV)$/.test(posAt(passage, last))) last -= 1
  const end = tokenAt(passage, last)?.end
  const start = tokenAt(passage, Math.max(passage.first, last - AGENT_REACH))?.start
  if (end === undefined || start === undefined) return null
  const mention = mentionsWithin(index, start, end).at(-1)
  if (mention?.end !== end || isAfterPreposition(passage, mention.start, last)) return null
  return passage.text.slice(mention.start, mention.end)
}

/** "in southern Kherson killed": the place is where, not who. */
function isAfterPreposition(passage: Passage, start: number, last: number): boolean {
  let at = last
  while (at > passage.first && (tokenAt(passage, at)?.start ?? 0) > start) at -= 1
  while (/^(?:DET|ADJ)$/.test(posAt(passage, at - 1))) at -= 1
  return posAt(passage, at - 1) === 'ADP' || wordAt(passage, at - 1) === ','
}

/** The name that opens the sentence or its part: "Russia carried out attacks with 12 drones". */
function clauseOpener(passage: Passage, { at }: FigureEvent, index: MentionIndex): string | null {
  let first = passage.first
  for (let i = at - 1; i > Math.max(passage.first, at - REACH); i -= 1) {
    if (/^[;:“”"]$/.test(wordAt(passage, i)) || wordAt(passage, i) === 'that') {
      first = i + 1
      break
    }
  }
  const opener = mentionAt(passage, first, index)
  // "Mexico City's mayor announces", "The depot was hit": the name is not who did it.
  return opener && isSubject(passage, tokenFrom(passage, opener.end))
    ? textOf(passage, opener)
    : null
}

const isSubject = (passage: Passage, next: number): boolean =>
  /^(?:VERB|ADV)$/.test(posAt(passage, next)) || /^(?:has|have|had)$/.test(wordAt(passage, next))

function agentAfter(passage: Passage, { at }: FigureEvent, index: MentionIndex): string | null {
  for (let i = at + 1; i < at + AGENT_REACH; i += 1) {
    if (/^[.;,]$/.test(wordAt(passage, i))) return null
    if (wordAt(passage, i) === 'by') return textOf(passage, mentionAt(passage, i + 1, index))
  }
  return null
}

function targetAfter(
  passage: Passage,
  { at, words }: FigureEvent,
  index: MentionIndex,
): string | null {
  if (words.event !== 'launched') return null
  for (let i = at + 1; i < at + AGENT_REACH * 2; i += 1) {
    if (/^[.;]$/.test(wordAt(passage, i))) return null
    if (/^(?:at|against|towards?|into)$/.test(wordAt(passage, i))) {
      return textOf(passage, mentionAt(passage, i + 1, index))
    }
  }
  return null
}

/** The mention that starts at a token or after its article. */
function mentionAt(passage: Passage, at: number, index: MentionIndex): LocatedMention | null {
  const first = posAt(passage, at) === 'DET' ? at + 1 : at
  const start = tokenAt(passage, first)?.start
  if (start === undefined) return null
  const mention = mentionsWithin(index, start, start + 200)[0]
  return mention?.start === start ? mention : null
}

const textOf = (passage: Passage, mention: LocatedMention | null): string | null =>
  mention && passage.text.slice(mention.start, mention.end)
