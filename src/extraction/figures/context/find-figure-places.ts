import type { LocatedMention } from '../../named-article.ts'
import { isInCue } from '../attribution/attribute.ts'
import { firstFrom, type MentionIndex } from '../attribution/mention-index.ts'
import type { Cue } from '../attribution/speaker.ts'
import type { Passage } from '../passage.ts'

/** Prepositions after which a place is where something happened. */
const WHERE =
  /(?:^|[\s(])(?:in|on|at|near|of|across|over|outside|inside|within|around|throughout|along|off|into|upon|above|over|hit|hits|struck|rocked|against)(?:\s+(?:the|a|an|its|their|war-torn|occupied|downtown|central|northern|southern|eastern|western|north|south|east|west|northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|south-eastern|south-western|upper|lower|parts|areas|city|town|village|cities|towns|villages|region|regions|province|provinces|state|states|district|districts|county|port|capital|island|suburb|of|both|neighbouring|neighboring|nearby|greater|inner|mainland|much|all|rural|small|key|frontline|besieged|whole|entire|coastal|border|and|outskirts|north-east|,)){0,6},?\s*$/iu
const LOOK_BACK = 60
/** What may stand between two places that share what happened: "Kherson and Zaporizhzhia regions", "in southern Moscow". */
const JOINT =
  /^(?:\s+(?:region|regions|province|provinces|city|district|state|county|area|oblast|oblasts|village|town))?(?:,|,? and|,? or|,? as well as)?(?:\s+(?:in|on|of|near|at|outside|the|its|southern|northern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|downtown|city|town|village|capital|region|province|state|both|neighbouring|neighboring|nearby|country)){0,5}\s+$/iu
const LONGEST_JOINT = 50
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
    if (!isPlace(index, mention) || isInCue(cues, mention.start, mention.end)) continue
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

function isWhere({ text }: Passage, { start, end }: LocatedMention): boolean {
  if (/^['’]s?\s/.test(text.slice(end, end + 3))) return true
  return WHERE.test(text.slice(Math.max(0, start - LOOK_BACK), start))
}

function isJoined({ text }: Passage, end: number, start: number): boolean {
  return start - end <= LONGEST_JOINT && JOINT.test(text.slice(end, start))
}

/** Where one figure stands among its neighbours, in UTF-16 offsets. */
export interface Neighbourhood {
  readonly start: number
  readonly end: number
  /** Ends of the clauses that hold the figure. */
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
  const within = (from: number, to: number) => nearest(groups, site, from, to)
  return (
    within(site.end, Math.min(site.nextStart, site.clauseEnd)) ??
    within(Math.max(site.previousEnd, site.clauseStart), site.start) ??
    within(site.end, site.clauseEnd) ??
    within(site.clauseStart, site.start) ??
    []
  )
}

/** The group nearest to a site between two offsets. Groups are in order: only a few are looked at. */
function nearest(
  groups: readonly PlaceGroup[],
  site: Neighbourhood,
  from: number,
  to: number,
): readonly number[] | null {
  if (from >= to) return null
  const after = from >= site.end
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle]?.start ?? 0) < (after ? from : to)) low = middle + 1
    else high = middle
  }
  const group = groups[after ? low : low - 1]
  return group && group.start >= from && group.end <= to ? group.places : null
}
