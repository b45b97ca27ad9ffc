import type { FoundPeriod } from '../../extractor.ts'

type Precision = FoundPeriod['precision']

/** A stretch of time, end exclusive; midnights are UTC. */
export interface Interval {
  readonly start: Date
  readonly end: Date
  readonly precision: Precision
}

const HOUR = 3_600_000
export const DAY = 24 * HOUR
const FIRST_YEAR = 1000
const LAST_YEAR = 2999

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ')
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i) => [name, i] as const),
  ...MONTH_NAMES.map((name, i) => [`${name.slice(0, 3)}.`, i] as const),
  ...MONTH_NAMES.map((name, i) => [name.slice(0, 3), i] as const),
  ['sept', 8],
  ['sept.', 8],
])
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'sunday monday tuesday wednesday thursday friday saturday'
    .split(' ')
    .map((name, i) => [name, i] as const),
)

/** 0 for "January" and "Jan."; undefined for other words. Case is the caller's affair. */
export const monthOf = (word: string): number | undefined => MONTHS.get(word)
/** 0 for "sunday"; undefined for other words. */
export const weekdayOf = (word: string): number | undefined => WEEKDAYS.get(word)

export const isYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR

export function yearInterval(year: number): Interval {
  return { start: utc(year), end: utc(year + 1), precision: 'YEAR' }
}

export function quarterInterval(year: number, quarter: number): Interval {
  return {
    start: utc(year, quarter * 3),
    end: utc(year, quarter * 3 + 3),
    precision: 'QUARTER',
  }
}

export function monthInterval(year: number, month: number): Interval {
  return { start: utc(year, month), end: utc(year, month + 1), precision: 'MONTH' }
}

/** The seven days from the Monday on or before a date. */
export function weekInterval(date: Date): Interval {
  const start = new Date(midnight(date).getTime() - ((date.getUTCDay() + 6) % 7) * DAY)
  return { start, end: new Date(start.getTime() + 7 * DAY), precision: 'WEEK' }
}

export function dayInterval(date: Date): Interval {
  const start = midnight(date)
  return { start, end: new Date(start.getTime() + DAY), precision: 'DAY' }
}

/** A date whose day exists; null for 31 February. */
export function dayOf(year: number, month: number, day: number): Interval | null {
  const date = utc(year, month, day)
  return date.getUTCMonth() === month && date.getUTCDate() === day ? dayInterval(date) : null
}

/** The most recent day with this weekday, on or before a date. */
export function weekdayOnOrBefore(date: Date, weekday: number): Interval {
  const back = (date.getUTCDay() - weekday + 7) % 7
  return dayInterval(new Date(date.getTime() - back * DAY))
}

/** The time up to `date` that a number of units covers. */
export function intervalBefore(date: Date, count: number, unit: string): Interval {
  const precision = precisionOf(unit)
  if (unit === 'h') return { start: new Date(date.getTime() - count * HOUR), end: date, precision }
  return { start: shift(midnight(date), -count, unit), end: dayInterval(date).end, precision }
}

/** The day, week, month or year that lies a number of units before a date. */
export function intervalAgo(date: Date, count: number, unit: string): Interval {
  const then = shift(date, -count, unit)
  switch (precisionOf(unit)) {
    case 'YEAR':
      return yearInterval(then.getUTCFullYear())
    case 'MONTH':
      return monthInterval(then.getUTCFullYear(), then.getUTCMonth())
    case 'WEEK':
      return weekInterval(then)
    default:
      return dayInterval(then)
  }
}

/** Null for what lies outside the years 1 to 9999: no calendar, and no database, has such days. */
export function withinCalendar(interval: Interval): Interval | null {
  const years = [interval.start, interval.end].map((date) => date.getUTCFullYear())
  return years.every((year) => year >= 1 && year <= 9999) ? interval : null
}

function shift(date: Date, count: number, unit: string): Date {
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const rest = date.getTime() - utc(year, month).getTime()
  const days: Readonly<Record<string, number>> = { d: DAY, wk: 7 * DAY, h: HOUR }
  const step = days[unit]
  if (step !== undefined) return new Date(date.getTime() + count * step)
  if (unit === 'mo') return new Date(utc(year, month + count).getTime() + rest)
  const years: Readonly<Record<string, number>> = { '10a': 10, '100a': 100 }
  return new Date(utc(year + count * (years[unit] ?? 1), month).getTime() + rest)
}

function precisionOf(unit: string): Precision {
  const precisions: Readonly<Record<string, Precision>> = {
    h: 'HOUR',
    d: 'DAY',
    wk: 'WEEK',
    mo: 'MONTH',
  }
  return precisions[unit] ?? 'YEAR'
}

const utc = (year: number, month = 0, day = 1): Date => new Date(Date.UTC(year, month, day))
const midnight = (date: Date): Date =>
  utc(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
