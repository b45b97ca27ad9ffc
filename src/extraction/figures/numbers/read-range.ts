import { matchAt } from '../match-at.ts'
import { type Passage, tokenAt, wordAt } from '../passage.ts'
import type { NumberReading } from './number-reading.ts'
import { type Amount, readAmountAt } from './read-amount.ts'
import { multiply } from './read-cardinal.ts'

const DASH = /\s?[-\u2010-\u2015]\s?/y
const TO = /,? (?:to|or) (?:as (?:much|many) as |about |around |nearly |even |perhaps )?/y
const AND = / and (?:about |around |nearly )?/y
/** "rose from 3% to 5%" is two figures, not a range. */
const CHANGE =
  /^(?:rose|risen|rise[sn]?|rising|fell|fall(?:s|en|ing)?|grew|grow[sn]?|growing|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|dropp?(?:s|ed|ing)?|declin(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|up|down|cut|cuts|cutting|rais(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|slipp?(?:s|ed|ing)?|surg(?:e[sd]?|ing)|went|chang(?:e[sd]?|ing)|narrow(?:s|ed|ing)?|widen(?:s|ed|ing)?|shr(?:ank|unk|ink|inks)|lower(?:s|ed|ing)?|doubl(?:e[sd]?|ing)|slow(?:s|ed|ing)?|eas(?:e[sd]?|ing)|revis(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|expand(?:s|ed|ing)?)$/
const CHANGE_REACH = 8
/** A range whose end is more times its start is none after a verb of change. */
const WIDEST = 10

/** Reads what follows an amount as the end of its range: "3 to 5", "1,200–1,500", "between … and …". */
export function readRange(passage: Passage, low: Amount): NumberReading | null {
  const { text } = passage
  const { end, first } = low.reading
  const before = wordAt(passage, first - 1)
  const joint =
    matchAt(DASH, text, end) ?? (before === 'between' ? matchAt(AND, text, end) : joinedByTo())
  if (!joint) return null
  const start = end + joint[0].length
  const high = readAmountAt(passage, tokenHolding(passage, low.reading.next - 1, start), start)
  if (!high) return null
  const range = rangeOf(passage, low, high)
  return range && isChangeAndLevel(passage, low, range) ? null : range

  function joinedByTo(): RegExpExecArray | null {
    return before === 'from' && isChange(passage, first) ? null : matchAt(TO, text, end)
  }
}

function rangeOf(passage: Passage, low: Amount, high: Amount): NumberReading | null {
  const [from, to] = [low.reading, high.reading]
  if (from.value === null || to.value === null) return null
  if (from.unit !== null && to.unit !== null && from.unit !== to.unit) return null
  if (to.kind === 'COUNT' && from.kind !== 'COUNT' && from.kind !== 'MONEY') return null
  const shared = low.scale === 1 && from.value * high.scale <= to.value ? high.scale : 1
  const minValue = multiply(from.value, shared)
  if (minValue >= to.value) return null
  const opened = wordAt(passage, from.first - 1) === 'between'
  const start = opened ? (tokenAt(passage, from.first - 1)?.start ?? from.start) : from.start
  return {
    ...to,
    kind: to.unit === null ? from.kind : to.kind,
    unit: to.unit ?? from.unit,
    value: null,
    minValue,
    maxValue: to.value,
    qualifier: 'BETWEEN',
    start,
    first: from.first - (opened ? 1 : 0),
  }
}

/** "rose by 17,000 to 2.98 million": by how much, and to what; no range is so wide. */
function isChangeAndLevel(passage: Passage, low: Amount, range: NumberReading): boolean {
  const { first } = low.reading
  const isBy = wordAt(passage, first - 1) === 'by' || isChange(passage, first, 1)
  return isBy && (range.maxValue ?? 0) > WIDEST * (range.minValue ?? 0) && isChange(passage, first)
}

function isChange(passage: Passage, at: number, reach = CHANGE_REACH): boolean {
  for (let i = at - 1; i >= at - reach; i -= 1) {
    const word = wordAt(passage, i)
    if (CHANGE.test(word)) return true
    if (/^rang(?:e[sd]?|ing)$/.test(word)) return false
  }
  return false
}

/** The token that holds an offset, from a token on. */
function tokenHolding(passage: Passage, from: number, offset: number): number {
  let at = from
  while ((tokenAt(passage, at)?.end ?? Number.POSITIVE_INFINITY) <= offset) at += 1
  return at
}
