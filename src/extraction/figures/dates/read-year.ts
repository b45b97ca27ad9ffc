import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isYear, yearInterval } from './calendar.ts'
import type { DateExpression } from './date-expression.ts'

const YEAR = /^(1[5-9]|20|21)\d\d$/
const YEARS = /^((?:1[5-9]|20)\d\d)[-–/]((?:1[5-9]|20)?\d\d)$/
const DECADE = /^(?:1[5-9]|20)\d0s$|^[’']?\d0s$/
const PLURAL = /[^su]s$|^(?:people|men|women|children|troops|police)$/
/** After these a number that looks like a year is an amount: "about 2000 people". */
const BEFORE_AMOUNT = new Set(
  'about some nearly almost than over least most approximately roughly only another up $ € £ ¥'.split(
    ' ',
  ),
)
/** After these it is a year even before a plural: "the 2024 elections". */
const BEFORE_YEAR = new Set(['the', 'in', 'since', 'during', '’s', "'s", 'its', 'their', 'his'])
const AFTER_AMOUNT = new Set(
  '% percent per km mile miles metre metres meter meters tonne tonnes tons kg dollars euros hectares'.split(
    ' ',
  ),
)

/** Reads "2024" where it is a year, "2023-24", "between 2019 and 2021", "the 1990s". */
export function readYear(passage: Passage, at: number): DateExpression | null {
  const text = wordAt(passage, at)
  if (DECADE.test(text)) return { first: at, next: at + 1, interval: null }
  const years = YEARS.exec(text)
  if (years) return readYears(at, Number(years[1]), years[2] ?? '')
  if (!YEAR.test(text) || !isYearHere(passage, at)) return null
  const year = Number(text)
  const last = Number(wordAt(passage, at + 2))
  const joined = /^(?:between and|from to)$/.test(
    `${wordAt(passage, at - 1)} ${wordAt(passage, at + 1)}`,
  )
  if (joined && isYear(last) && last > year) return yearsFrom(year, last, [at, at + 3])
  return { first: at, next: at + 1, interval: yearInterval(year) }
}

function readYears(at: number, year: number, written: string): DateExpression | null {
  const last = written.length === 2 ? year - (year % 100) + Number(written) : Number(written)
  return last > year ? yearsFrom(year, last, [at, at + 1]) : null
}

function yearsFrom(
  year: number,
  last: number,
  [first, next]: readonly [number, number],
): DateExpression {
  const { start } = yearInterval(year)
  return { first, next, interval: { start, end: yearInterval(last).end, precision: 'YEAR' } }
}

/** A bare four-digit number is a year unless it counts the plural noun or unit that follows it. */
function isYearHere(passage: Passage, at: number): boolean {
  const before = wordAt(passage, at - 1)
  const next = tokenAt(passage, at + 1)
  if (BEFORE_AMOUNT.has(before) || AFTER_AMOUNT.has(next?.lower ?? '')) return false
  const counts =
    next !== undefined &&
    posAt(passage, at + 1) === 'NOUN' &&
    /^[a-z]{3}/.test(next.text) &&
    PLURAL.test(next.lower)
  return !counts || BEFORE_YEAR.has(before)
}
