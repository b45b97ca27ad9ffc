import { type Passage, tokenAt, wordAt } from '../passage.ts'
import { dayOf, type Interval, isYear, monthInterval, monthOf } from './calendar.ts'
import type { DateExpression } from './date-expression.ts'

const DAY_NUMBER = /^(\d{1,2})(?:st|nd|rd|th)?$/
const DAY_RANGE = /^(\d{1,2})[-–](\d{1,2})$/
const NUMERIC = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))$/
const TWO_NUMBERS = /^\d{1,2}\/\d{1,2}(?:\/\d{2})?$/
/** Words after which "may" and "march", capital first, are months. */
const BEFORE_MONTH = new Set(
  'in since by until till last this next early late mid of from to through and between during on'.split(
    ' ',
  ),
)

/** Reads "3 March 2024", "March 3, 2024", "3-5 March", "March 2024", "in March", "2024-03-03". */
export function readCalendarDate(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  return (
    readNumeric(passage, at) ??
    readDayFirst(passage, at, publishedAt) ??
    readMonthFirst(passage, at, publishedAt)
  )
}

function readNumeric(passage: Passage, at: number): DateExpression | null {
  const text = wordAt(passage, at)
  const found = NUMERIC.exec(text)
  if (found) {
    const [, year, month, day, , , yearLast] = found
    // 03/04/2024 is March here and April there: a date, but which one is not for us to say.
    const interval = yearLast ? null : dayOf(Number(year), Number(month) - 1, Number(day))
    return { first: at, next: at + 1, interval }
  }
  return TWO_NUMBERS.test(text) ? { first: at, next: at + 1, interval: null } : null
}

function readDayFirst(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const days = readDays(wordAt(passage, at))
  if (!days) return null
  const monthToken = at + (wordAt(passage, at + 1) === 'of' ? 2 : 1)
  const month = readMonth(passage, monthToken)
  if (month === null) return null
  return withYear(passage, { first: at, next: monthToken + 1, month, days, publishedAt })
}

function readMonthFirst(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const month = readMonth(passage, at)
  if (month === null) return null
  const days = readDays(wordAt(passage, at + 1))
  if (days) return withYear(passage, { first: at, next: at + 2, month, days, publishedAt })
  const year = Number(wordAt(passage, at + 1))
  if (isYear(year)) return { first: at, next: at + 2, interval: monthInterval(year, month) }
  if (!isMonthAlone(passage, at)) return null
  const interval = publishedAt && monthInterval(yearOfMonth(publishedAt, month), month)
  return { first: at, next: at + 1, interval }
}

interface DayInMonth {
  readonly first: number
  readonly next: number
  readonly month: number
  readonly days: readonly [number, number]
  readonly publishedAt: Date | null
}

function withYear(
  passage: Passage,
  { first, next, month, days, publishedAt }: DayInMonth,
): DateExpression {
  const comma = wordAt(passage, next) === ',' ? 1 : 0
  const written = Number(wordAt(passage, next + comma))
  if (/^\d{4}$/.test(wordAt(passage, next + comma)) && isYear(written)) {
    return { first, next: next + comma + 1, interval: daysInterval(written, month, days) }
  }
  const year = publishedAt && yearOfDay(publishedAt, month, days[0])
  return { first, next, interval: year === null ? null : daysInterval(year, month, days) }
}

function daysInterval(
  year: number,
  month: number,
  days: readonly [number, number],
): Interval | null {
  const first = dayOf(year, month, days[0])
  const last = dayOf(year, month, days[1])
  return first && last ? { start: first.start, end: last.end, precision: 'DAY' } : null
}

/** The year in which this day came last, on or before a date. */
function yearOfDay(date: Date, month: number, day: number): number {
  const year = date.getUTCFullYear()
  return Date.UTC(year, month, day) > date.getTime() ? year - 1 : year
}

/** The year in which this month began last, on or before a date. */
function yearOfMonth(date: Date, month: number): number {
  return yearOfDay(date, month, 1)
}

function readDays(text: string): readonly [number, number] | null {
  const range = DAY_RANGE.exec(text)
  if (range) return inMonth(Number(range[1]), Number(range[2]))
  const day = DAY_NUMBER.exec(text)
  return day ? inMonth(Number(day[1]), Number(day[1])) : null
}

const inMonth = (first: number, last: number): readonly [number, number] | null =>
  first >= 1 && first <= last && last <= 31 ? [first, last] : null

function readMonth(passage: Passage, at: number): number | null {
  const token = tokenAt(passage, at)
  return token && /^[A-Z]/.test(token.text) ? (monthOf(token.lower) ?? null) : null
}

function isMonthAlone(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  if (word.length < 4 && word !== 'may') return false
  return !/^(?:may|march)$/.test(word) || BEFORE_MONTH.has(wordAt(passage, at - 1))
}
