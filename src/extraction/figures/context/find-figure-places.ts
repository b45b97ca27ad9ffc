import { partitionPoint } from '../../../core/partition-point.ts'
import type { LocatedMention } from '../../named-article.ts'
import { cueAround } from '../attribution/attribute.ts'
import { firstFrom, type MentionIndex } from '../attribution/mention-index.ts'
import type { Cue } from '../attribution/speaker.ts'
import { type Passage, posAt, tokenAt, tokenFrom, wordAt } from '../passage.ts'

/** Words after which a place is where something happened. */
const WHERE =
  /^(?:in|on|at|near|of|between|across|over|outside|inside|within|around|throughout|along|off|into|upon|above|against|hit|hits|struck|strikes?|rocked|targets?|targeted|targeting|shelled|bombed|attacked|attacks|attacking|hitting|striking|shelling|bombing|pounded|devastated|battered)$/
/** "Oklahoma has 14 cases": what a place has is there; what it "has launched" is not. */
const HOLDS = /^(?:has|had|have|saw|sees|recorded|registered|logged)$/
const BEFORE_NAME = 6
const BETWEEN_NAMES = 7
const MAX_PLACES = 12

/** A run of places that share what happened there. */
export interface PlaceGroup {
  readonly start: number
  readonly end: number
  /** Indexes into the article's entities, in the order of the text. */
  readonly places: readonly number[]
}

/** Where things happen in a sentence: its place names after "in", "near", "shelling of" or as owners. */
export function findPlaceGroups(
  passage: Passage,
  index: MentionIndex,
  cues: readonly Cue[],
): PlaceGroup[] {
  const end = passage.tokens[passage.last - 1]?.end ?? 0
  const groups: PlaceGroup[] = []
  let open: { start: number; end: number; places: number[] } | null = null
  for (let i = firstFrom(index, passage.tokens[passage.first]?.start ?? 0); ; i += 1) {
    const mention = index.mentions[i]
    if (!mention || mention.start >= end) break
    if (!isPlace(index, mention) || cueAround(cues, mention.start, mention.end)) continue
    if (open && isJoined(passage, open.end, mention.start) && open.places.length < MAX_PLACES) {
      open.end = mention.end
      if (!open.places.includes(mention.entity)) open.places.push(mention.entity)
    } else if (isWhere(passage, mention)) {
      open = { start: mention.start, end: mention.end, places: [mention.entity] }
      groups.push(open)
    } else open = null
  }
  return groups
}

const isPlace = (index: MentionIndex, { entity, metonym }: LocatedMention): boolean =>
  !metonym && index.entities[entity]?.type === 'PLACE'

function isWhere(passage: Passage, { start, end }: LocatedMention): boolean {
  const next = tokenFrom(passage, end)
  if (/^['’]s?$/.test(wordAt(passage, next)) && tokenAt(passage, next)?.start === end) return true
  if (
    HOLDS.test(wordAt(passage, next)) &&
    !/^(?:VERB|AUX|ADV|PART)$/.test(posAt(passage, next + 1))
  )
    return true
  const first = tokenFrom(passage, start)
  for (let at = first - 1; at >= first - BEFORE_NAME; at -= 1) {
    if (WHERE.test(wordAt(passage, at))) return true
    if (/^(?:which|whom)$/.test(wordAt(passage, at))) return false
    if (!/^(?:DET|ADJ|NOUN|PRON|CCONJ)$/.test(posAt(passage, at))) return false
  }
  return false
}

/** What may stand between places that share what happened: "Kherson and Zaporizhzhia regions", "in southern Moscow". */
function isJoined(passage: Passage, end: number, start: number): boolean {
  const from = tokenFrom(passage, end)
  const to = tokenFrom(passage, start)
  if (to - from > BETWEEN_NAMES || to <= from) return false
  let links = 0
  for (let at = from; at < to; at += 1) {
    const word = wordAt(passage, at)
    // "Nigeria's northeastern Borno state"
    const isOwner = at === from && /^['’]s$/.test(word)
    if (isOwner || /^(?:,|and|or|in|on|of|near|at|outside|between|–|-|&)$/.test(word)) links += 1
    else if (!/^(?:DET|ADJ|NOUN|ADV|PRON)$/.test(posAt(passage, at))) return false
  }
  return links > 0
}

/** Where one figure stands among its neighbours, in UTF-16 offsets. */
export interface Neighbourhood {
  readonly start: number
  readonly end: number
  /** Ends of the clause that holds the figure. */
  readonly clauseStart: number
  readonly clauseEnd: number
  readonly previousEnd: number
  readonly nextStart: number
}

/**
 * The places a figure applies to: those between it and the next figure, else those between it and
 * the one before, else those its clause shares with the figures around it.
 */
export function placesOf(groups: readonly PlaceGroup[], site: Neighbourhood): readonly number[] {
  const { start, end, clauseStart, clauseEnd, previousEnd, nextStart } = site
  return (
    firstAfter(groups, end, Math.min(nextStart, clauseEnd)) ??
    lastBefore(groups, Math.max(previousEnd, clauseStart), start) ??
    firstAfter(groups, end, clauseEnd) ??
    lastBefore(groups, clauseStart, start) ??
    []
  )
}

function firstAfter(
  groups: readonly PlaceGroup[],
  from: number,
  to: number,
): readonly number[] | null {
  const group = groupFrom(groups, from)
  return group && group.end <= to ? group.places : null
}

function lastBefore(
  groups: readonly PlaceGroup[],
  from: number,
  to: number,
): readonly number[] | null {
  const group = groups[firstGroupFrom(groups, to) - 1]
  return group && group.start >= from ? group.places : null
}

/** The first group that starts at or after an offset. */
export const groupFrom = (groups: readonly PlaceGroup[], offset: number): PlaceGroup | undefined =>
  groups[firstGroupFrom(groups, offset)]

/** The index of the first group that starts at or after an offset. */
function firstGroupFrom(groups: readonly PlaceGroup[], offset: number): number {
  return partitionPoint(0, groups.length, (i) => (groups[i]?.start ?? 0) < offset)
}
