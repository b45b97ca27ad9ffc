import { durationUnit } from '../numbers/measure-units.ts'
import { readCardinal } from '../numbers/read-cardinal.ts'
import { type Passage, tokenAfter, tokenAt, wordAt } from '../passage.ts'
import { intervalAgo, intervalBefore, withinCalendar } from './calendar.ts'
import type { DateExpression } from './date-expression.ts'

const VAGUE = new Set(['a', 'an', 'several', 'few', 'couple', 'many', 'some', 'both'])
const PLACING_AFTER =
  /^(?:ago|earlier|later|before|after|since|prior|previously|apart|away|early|late|old|on)$/
const PAST = /^(?:past|last|previous|preceding)$/
const NEAR = /^(?:first|next|coming|following|final|recent|these|those|opening|closing)$/
const PREPOSITION = /^(?:within|every|each|after|before|until|during)$/

/**
 * Reads a counted stretch of time that only places an event: "two weeks ago", "two days before",
 * "in the past 24 hours", "for three days". A length that the text reports ("jailed for 12 years")
 * is left to the figures.
 */
export function readPlacingDuration(
  passage: Passage,
  at: number,
  publishedAt: Date | null,
): DateExpression | null {
  const length = readLength(passage, at)
  if (!length) return null
  const { count, unit, next } = length
  const found = { first: at, next }
  const after = wordAt(passage, next)
  if (PLACING_AFTER.test(after)) {
    const known = after === 'ago' && publishedAt !== null && count !== null
    return {
      ...found,
      next: next + 1,
      interval: known ? withinCalendar(intervalAgo(publishedAt, count, unit)) : null,
    }
  }
  const before = wordAt(passage, at - 1)
  if (PAST.test(before)) {
    const known = publishedAt !== null && count !== null
    return {
      ...found,
      first: at - 1,
      interval: known ? withinCalendar(intervalBefore(publishedAt, count, unit)) : null,
    }
  }
  return NEAR.test(before) || PREPOSITION.test(before) ? { ...found, interval: null } : null
}

interface Length {
  /** Null for "several". */
  readonly count: number | null
  /** UCUM code. */
  readonly unit: string
  readonly next: number
}

function readLength(passage: Passage, at: number): Length | null {
  const token = tokenAt(passage, at)
  if (!token) return null
  const number = readCardinal(passage.text, token.start)
  let next = number ? tokenAfter(passage, at, number.end) : at
  while (!number && (VAGUE.has(wordAt(passage, next)) || wordAt(passage, next) === 'of')) next += 1
  if (next === at) return null
  if (/^(?:more|full|long|consecutive|short|straight)$/.test(wordAt(passage, next))) next += 1
  const unit = durationUnit(wordAt(passage, next))
  return unit === null ? null : { count: number?.value ?? null, unit, next: next + 1 }
}
