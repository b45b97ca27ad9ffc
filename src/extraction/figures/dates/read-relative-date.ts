import { type Passage, wordAt } from '../passage.ts'
import {
  DAY,
  dayInterval,
  type Interval,
  monthInterval,
  quarterInterval,
  weekInterval,
  yearInterval,
} from './calendar.ts'
import type { DateExpression } from './date-expression.ts'

const DAYS_AWAY: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['overnight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])
const ORDINALS = ['first', 'second', 'third', 'fourth']
/** "last year" is one back. */
const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  next: 1,
}
const PART_OF_DAY = /^(?:morning|afternoon|evening)$/
const SEASON = /^(?:spring|summer|autumn|fall|winter|weekend|season|decade|century)$/

/** Reads "yesterday", "overnight", "last month", "this year", "the third quarter of 2023". */
export function readRelativeDate(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const away = DAYS_AWAY.get(wordAt(passage, at))
  if (away !== undefined) {
    const date = publishedAt && new Date(publishedAt.getTime() + away * DAY)
    return { first: at, next: at + 1, interval: date && dayInterval(date) }
  }
  return readNeighbour(passage, at, publishedAt) ?? readQuarter(passage, at, publishedAt)
}

function readNeighbour(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const step = STEPS[wordAt(passage, at)]
  const unit = wordAt(passage, at + 1)
  if (step === undefined) return null
  const found = { first: at, next: at + 2 }
  if (SEASON.test(unit)) return { ...found, interval: null }
  if (step < 1 && (PART_OF_DAY.test(unit) || unit === 'night')) {
    return { ...found, interval: publishedAt && dayInterval(publishedAt) }
  }
  if (!/^(?:week|month|quarter|year)$/.test(unit)) return null
  return { ...found, interval: publishedAt && neighbour(publishedAt, unit, step) }
}

function neighbour(date: Date, unit: string, step: number): Interval {
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  if (unit === 'year') return yearInterval(year + step)
  if (unit === 'quarter') return quarterInterval(year, Math.floor(month / 3) + step)
  if (unit === 'month') return monthInterval(year, month + step)
  return weekInterval(new Date(date.getTime() + step * 7 * DAY))
}

function readQuarter(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const short = /^q([1-4])$/.exec(wordAt(passage, at))
  const hyphen = wordAt(passage, at + 1) === '-' ? 1 : 0
  const spelt = ORDINALS.indexOf(wordAt(passage, at))
  const isSpelt = spelt >= 0 && wordAt(passage, at + 1 + hyphen) === 'quarter'
  if (!short && !isSpelt) return null
  const quarter = short ? Number(short[1]) - 1 : spelt
  const end = at + (short ? 1 : 2 + hyphen)
  const yearToken = end + (wordAt(passage, end) === 'of' ? 1 : 0)
  const written = /^(?:19|20)\d\d$/.test(wordAt(passage, yearToken))
  const step = STEPS[wordAt(passage, yearToken)]
  if (step !== undefined && wordAt(passage, yearToken + 1) === 'year') {
    const interval = publishedAt && quarterInterval(publishedAt.getUTCFullYear() + step, quarter)
    return { first: at, next: yearToken + 2, interval }
  }
  const year = written ? Number(wordAt(passage, yearToken)) : yearOfQuarter(publishedAt, quarter)
  const interval = year === null ? null : quarterInterval(year, quarter)
  return { first: at, next: written ? yearToken + 1 : end, interval }
}

/** The year in which a quarter began last, on or before a date. */
function yearOfQuarter(date: Date | null, quarter: number): number | null {
  if (!date) return null
  const began = date.getUTCMonth() >= quarter * 3
  return date.getUTCFullYear() - (began ? 0 : 1)
}
