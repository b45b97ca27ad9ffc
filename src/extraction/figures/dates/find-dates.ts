import { type Passage, wordAt } from '../passage.ts'
import { dayInterval } from './calendar.ts'
import type { DateExpression, DateReader } from './date-expression.ts'
import { readCalendarDate } from './read-calendar-date.ts'
import { readPlacingDuration } from './read-placing-duration.ts'
import { readRelativeDate } from './read-relative-date.ts'
import { readTimeOfDay } from './read-time-of-day.ts'
import { readWeekday } from './read-weekday.ts'
import { readYear } from './read-year.ts'

/** In the order in which they are tried at each word. */
const READERS: readonly DateReader[] = [
  readCalendarDate,
  readTimeOfDay,
  readWeekday,
  readRelativeDate,
  readPlacingDuration,
  readYear,
]

/** Everything in a sentence that says when, in its order, never overlapping. */
export function findDates(passage: Passage, publishedAt: Date | null): DateExpression[] {
  const dates: DateExpression[] = []
  for (let at = passage.first; at < passage.last; ) {
    const date = sinceThen(passage, readDate(passage, at, publishedAt), publishedAt)
    if (date) dates.push(date)
    at = date ? Math.max(date.next, at + 1) : at + 1
  }
  return dates
}

/** "since Friday" lasts from Friday to the article's day. */
function sinceThen(
  passage: Passage,
  date: DateExpression | null,
  publishedAt: Date | null,
): DateExpression | null {
  if (!date?.interval || !publishedAt || wordAt(passage, date.first - 1) !== 'since') return date
  const { end } = dayInterval(publishedAt)
  return end > date.interval.end ? { ...date, interval: { ...date.interval, end } } : date
}

function readDate(passage: Passage, at: number, publishedAt: Date | null): DateExpression | null {
  for (const read of READERS) {
    const date = read(passage, at, publishedAt)
    if (date) return date
  }
  return null
}
