import { type Passage, tokenAt, wordAt } from '../passage.ts'
import { DAY, weekdayOf, weekdayOnOrBefore } from './calendar.ts'
import type { DateExpression } from './date-expression.ts'

const PART_OF_DAY = /^(?:morning|afternoon|evening|night)$/

/**
 * Reads "Wednesday", "last Friday", "Sunday night". A weekday is the most recent one on or before
 * the article's date; "next" moves it a week on, "last" never means the day itself.
 */
export function readWeekday(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const led = /^(?:last|next|this|past)$/.test(wordAt(passage, at)) ? 1 : 0
  const name = tokenAt(passage, at + led)
  const weekday = name && /^[A-Z]/.test(name.text) ? weekdayOf(name.lower) : undefined
  if (weekday === undefined) return null
  const next = at + led + (PART_OF_DAY.test(wordAt(passage, at + led + 1)) ? 2 : 1)
  if (!publishedAt) return { first: at, next, interval: null }
  const lead = led ? wordAt(passage, at) : ''
  const same = lead === 'last' && publishedAt.getUTCDay() === weekday
  const days = lead === 'next' ? 7 : same ? -7 : 0
  const recent = weekdayOnOrBefore(publishedAt, weekday)
  const interval = {
    ...recent,
    start: new Date(recent.start.getTime() + days * DAY),
    end: new Date(recent.end.getTime() + days * DAY),
  }
  return { first: at, next, interval }
}
