export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'AS_REPORTED'

export interface Bucket {
  readonly start: Date
  /** Exclusive. */
  readonly end: Date
}

/** The day, ISO week (from Monday) or month, in UTC, that a moment is in. */
export function bucketOf(time: Date, interval: Exclude<Interval, 'AS_REPORTED'>): Bucket {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()]
  const utc = (...parts: [number, number, number]) => new Date(Date.UTC(...parts))
  if (interval === 'MONTH') return { start: utc(year, month, 1), end: utc(year, month + 1, 1) }
  if (interval === 'DAY') return { start: utc(year, month, day), end: utc(year, month, day + 1) }
  const monday = day - ((time.getUTCDay() + 6) % 7)
  return { start: utc(year, month, monday), end: utc(year, month, monday + 7) }
}
