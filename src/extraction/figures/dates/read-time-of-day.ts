import { type Passage, wordAt } from '../passage.ts'
import type { DateExpression } from './date-expression.ts'

const CLOCK = /^\d{1,2}[:.]\d\d(?:[ap]\.?m\.?)?$/
const HOUR = /^\d{1,2}[ap]\.?m\.?$/
const HALF_DAY = /^(?:[ap]\.?m\.?|o['’]clock|noon|midnight)$/
const ZONE = /^(?:gmt|utc|est|edt|cet|cest|bst|pst|pdt|ist|jst|msk|eet|local)$/
const MILITARY = /^[0-2]\d[0-5]\d$/

/** Reads "9:30 p.m.", "9pm", "at 14:05", "1900 GMT". It gives no interval: hours are too fine to compare by. */
export function readTimeOfDay(passage: Passage, at: number): DateExpression | null {
  const text = wordAt(passage, at)
  if (!/^\d/.test(text)) return null
  const next = wordAt(passage, at + 1)
  const marked = HALF_DAY.test(next) || ZONE.test(next)
  if (HOUR.test(text) || (text.includes(':') && CLOCK.test(text))) return timeOf(at, marked)
  if (marked && (CLOCK.test(text) || MILITARY.test(text) || /^\d{1,2}$/.test(text))) {
    return timeOf(at, true)
  }
  const clockAfterAt = wordAt(passage, at - 1) === 'at' && /^\d{1,2}\.\d\d$/.test(text)
  return clockAfterAt && !/^[%\p{L}]/u.test(next) ? timeOf(at, false) : null
}

const timeOf = (at: number, marked: boolean): DateExpression => ({
  first: at,
  next: at + (marked ? 2 : 1),
  interval: null,
})
