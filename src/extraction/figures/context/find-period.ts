import type { FoundPeriod } from '../../extractor.ts'
import type { Cue } from '../attribution/speaker.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { type Passage, tokenAt, wordAt, wordsBetween } from '../passage.ts'

/** How near the cue's verb a date says when it was said, not when it happened. */
const TOUCHING = 4

/** A date of a sentence that can be a figure's period. */
export interface PeriodSite {
  readonly start: number
  readonly end: number
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
    const start = tokenAt(passage, first)?.start
    const end = tokenAt(passage, next - 1)?.end
    if (!interval || start === undefined || end === undefined) return []
    if (isOfCue(passage, date, cues, start, end)) return []
    const text = wordsBetween(passage, first, next)
    return [{ start, end, period: { ...interval, text } }]
  })
}

function isOfCue(
  passage: Passage,
  { first, next }: DateExpression,
  cues: readonly Cue[],
  start: number,
  end: number,
): boolean {
  const before = wordAt(passage, first - 1) === 'on' ? first - 1 : first
  const from = tokenAt(passage, before)?.start ?? start
  const comma = wordAt(passage, next) === ',' ? tokenAt(passage, next)?.end : undefined
  return cues.some(
    (cue) =>
      (start < cue.end && end > cue.start) ||
      (from >= cue.end && from - cue.end <= TOUCHING) ||
      (first <= passage.first + 1 && cue.start >= end && cue.start - (comma ?? end) <= TOUCHING),
  )
}

/** The period nearest to a figure; null where its sentence gives none. */
export function nearestPeriod(
  periods: readonly PeriodSite[],
  start: number,
  end: number,
): FoundPeriod | null {
  let best: PeriodSite | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const site of periods) {
    const away = site.start >= end ? site.start - end : start - site.end
    if (away < distance) {
      best = site
      distance = away
    }
    if (site.start > end + distance) break
  }
  return best?.period ?? null
}
