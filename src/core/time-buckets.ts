export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'AS_REPORTED'

export interface Bucket {
  readonly start: Date
  /** Exclusive. */
  readonly end: Date
}

/** The day, ISO week (from Monday), month or year, in UTC, that a moment is in. */
export function bucketOf(time: Date, interval: Exclude<Interval, 'AS_REPORTED'>): Bucket {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()]
  const utc = (...parts: [number, number, number]) => new Date(Date.UTC(...parts))
  if (interval === 'YEAR') return { start: utc(year, 0, 1), end: utc(year + 1, 0, 1) }
  if (interval === 'MONTH') return { start: utc(year, month, 1), end: utc(year, month + 1, 1) }
  if (interval === 'DAY') return { start: utc(year, month, day), end: utc(year, month, day + 1) }
  const monday = day - ((time.getUTCDay() + 6) % 7)
  return { start: utc(year, month, monday), end: utc(year, month, monday + 7) }
}
