import { partitionPoint } from '../../../core/partition-point.ts'
import type { FoundPeriod } from '../../extractor.ts'
import { firstCueFrom } from '../attribution/attribute.ts'
import type { Cue } from '../attribution/speaker.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { type Passage, posAt, tokenAt, wordAt, wordsBetween } from '../passage.ts'
import type { Site } from '../site.ts'

/** How near to a cue's verb a date says when it was said, not when it happened. */
const TOUCHING = 4
/** How far before "since" a superlative stands. */
const COMPARED = 9
/** Dates looked at on either side of a figure, and how far they may be. */
const NEAREST = 2
const REACH = 40
/** Words that begin something else that happened, at another time. */
const OTHER_CLAUSE =
  /^(?:;|who|which|where|when|after|before|while|whereas|but|because|since|until|following|compared|versus)$/

/** A date of a sentence that can be a figure's period. */
export interface PeriodSite {
  readonly first: number
  readonly next: number
  readonly period: FoundPeriod
}

/** The dates of a sentence that say when something happened, not when somebody said so. */
export function findPeriods(
  passage: Passage,
  dates: readonly DateExpression[],
  cues: readonly Cue[],
): PeriodSite[] {
  return dates.flatMap((date) => {
    const { first, next, interval } = date
    if (!interval || isName(passage, date) || isComparison(passage, first)) return []
    if (isOfCue(passage, date, cues)) return []
    const start = wordAt(passage, first - 1) === 'since' ? first - 1 : first
    const text = wordsBetween(passage, start, next)
    return [{ first, next, period: { ...interval, text } }]
  })
}

/** "the 2024 treaty", "the March 11 attack": the date names a thing. */
function isName(passage: Passage, { first, next }: DateExpression): boolean {
  const named = /^(?:NOUN|PROPN|ADJ)$/.test(posAt(passage, next))
  return named && /^(?:the|its|their|his|her|’s|'s)$/.test(wordAt(passage, first - 1))
}

/** "the deadliest attack since 2022" does not say when it happened. */
export function isComparison(passage: Passage, first: number): boolean {
  const since = wordAt(passage, first - 1) === 'the' ? first - 2 : first - 1
  if (wordAt(passage, since) !== 'since') return false
  for (let at = since - 1; at > since - COMPARED; at -= 1) {
    const word = wordAt(passage, at)
    if (/^(?:most|least|first|worst|best|only|record|last)$|^\p{L}{3,}est$/u.test(word)) return true
  }
  return false
}

function isOfCue(passage: Passage, { first, next }: DateExpression, cues: readonly Cue[]): boolean {
  const before = wordAt(passage, first - 1) === 'on' ? first - 1 : first
  const after = wordAt(passage, next) === ',' ? next + 1 : next
  const start = tokenAt(passage, before)?.start ?? 0
  const end = tokenAt(passage, after - 1)?.end ?? 0
  const at = firstCueFrom(cues, start)
  return cues.slice(Math.max(0, at - 1), at + 1).some((cue) => {
    if (start < cue.end && end > cue.start) return true
    if (start >= cue.end && start - cue.end <= TOUCHING) return true
    return first <= passage.first + 1 && cue.start >= end && cue.start - end <= TOUCHING
  })
}

/** The period nearest to a figure in its own clause; null where its sentence gives none. */
export function nearestPeriod(
  passage: Passage,
  periods: readonly PeriodSite[],
  site: Site,
): FoundPeriod | null {
  const after = firstFrom(periods, site.number.next)
  const near = periods.slice(Math.max(0, after - NEAREST), after + NEAREST)
  const distance = ({ first, next }: PeriodSite) =>
    // "1.8% this year and 2.2% in 2027": the date after the number is its own.
    first >= site.number.next ? first - site.number.next : site.first - next + 2
  const found = near
    .filter((period) => distance(period) <= REACH && isInClause(passage, period, site))
    .toSorted((a, b) => distance(a) - distance(b))[0]
  return found?.period ?? null
}

function firstFrom(periods: readonly PeriodSite[], token: number): number {
  return partitionPoint(0, periods.length, (i) => (periods[i]?.first ?? 0) < token)
}

/** A date that opens the sentence holds for all of it; others for their own clause. */
function isInClause(passage: Passage, { first, next }: PeriodSite, site: Site): boolean {
  if (first <= passage.first + 2) return true
  const [from, to] = first >= site.number.next ? [site.number.next, first] : [next, site.first]
  for (let at = from; at < to; at += 1) {
    const isSince = at === first - 1 && wordAt(passage, at) === 'since'
    // "in 2013, when 115 people died"
    const isThen = wordAt(passage, at) === 'when' && at <= next + 1 && at >= next
    if (OTHER_CLAUSE.test(wordAt(passage, at)) && !isSince && !isThen) return false
    // "48%, from 61% in 2019": the date is of the other number.
    if (/^(?:from|than|against)$/.test(wordAt(passage, at)) && posAt(passage, at + 1) === 'NUM') {
      return false
    }
  }
  return true
}
