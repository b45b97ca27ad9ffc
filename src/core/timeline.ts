import { InvalidInputError } from './app-error.ts'
import { type Bucket, bucketOf, type Interval } from './time-buckets.ts'

/** What was published on one day. */
export interface DayCounts {
  /** In UTC: "2025-12-24". */
  readonly day: string
  readonly articles: number
  readonly mentions: number
  readonly figures: number
}

export interface TimelineBucket extends Bucket, Omit<DayCounts, 'day'> {}

/** Three years of days. */
const MAX_BUCKETS = 1_100

/**
 * Days put together into longer intervals, oldest first. Intervals without articles are there too, between the first and the last
 * that have some, or from `from` and until `to` where they are given, so that a chart has no gaps.
 * Throws InvalidInputError where they would be more than 1,100.
 */
export function buildTimeline(
  days: readonly DayCounts[],
  { interval, from, to }: { interval: Interval; from: Date | null; to: Date | null },
): TimelineBucket[] {
  if (interval === 'AS_REPORTED') {
    throw new InvalidInputError(
      'A timeline has DAY, WEEK, MONTH or YEAR: articles have no period, AS_REPORTED is for figures.',
      'interval',
    )
  }
  const times = days.map(({ day }) => Date.parse(day))
  const first = from?.getTime() ?? Math.min(...times, ...(to ? [to.getTime() - 1] : []))
  const last = to ? to.getTime() - 1 : Math.max(...times, ...(from ? [from.getTime()] : []))
  if (days.length === 0 && !(from && to)) return []
  const buckets = new Map<number, TimelineBucket>()
  for (let at = first; at <= last; ) {
    if (buckets.size === MAX_BUCKETS) {
      throw new InvalidInputError(
        `The timeline has more than ${MAX_BUCKETS} intervals: choose a longer interval, or a shorter time with "from" and "to".`,
        'interval',
      )
    }
    const bucket = bucketOf(new Date(at), interval)
    buckets.set(bucket.start.getTime(), { ...bucket, articles: 0, mentions: 0, figures: 0 })
    at = bucket.end.getTime()
  }
  for (const { day, articles, mentions, figures } of days) {
    const bucket = bucketOf(new Date(day), interval)
    const start = bucket.start.getTime()
    const known = buckets.get(start)
    buckets.set(start, {
      ...bucket,
      articles: (known?.articles ?? 0) + articles,
      mentions: (known?.mentions ?? 0) + mentions,
      figures: (known?.figures ?? 0) + figures,
    })
  }
  return [...buckets.values()]
}
