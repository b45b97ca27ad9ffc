import { matchAt } from '../match-at.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'

const OLD = /(?:[- ](?:year|month|week|day)s?)?[- ]olds?\b|[- ]year[- ]olds?\b/y
const AGE_GROUP = / (?:age )?(?:group|bracket|cohort)s?\b| age\b|s\b/y
/** "18 and 19-year-olds" */
const AND_OLD = /,? (?:and|or|to) \d{1,3}-year-olds?\b/y
const MAX_AGE = 120
/** Ages that a law or a statistic sets: "raise the retirement age to 67". */
const LEGAL_AGE =
  /^(?:retirement|pension|pensionable|voting|drinking|smoking|marriage|legal|minimum|average|median|leaving|working)$/
/** Tokens of a list of ages. */
const AGES = 8

/** Whether a number tells how old somebody is: "a 45-year-old man", "aged 12", "Lee, 33,". */
export function isAge(passage: Passage, number: NumberReading): boolean {
  const { first, kind, valueEnd, end, minValue } = number
  if (kind !== 'COUNT' && kind !== 'DURATION') return false
  const { text } = passage
  if (matchAt(OLD, text, valueEnd) || matchAt(OLD, text, end)) return true
  if (matchAt(AND_OLD, text, end)) return true
  if (minValue !== null && matchAt(AGE_GROUP, text, end)) return true
  const before = wordAt(passage, first - 1)
  if (/^(?:aged?|ages)$/.test(before)) return true
  const isLinked = /^(?:of|between|over|under|above|below|to|and|at|from)$/.test(before)
  const isAge = /^(?:aged?|ages)$/.test(wordAt(passage, first - 2))
  if (isLinked && isAge) return !LEGAL_AGE.test(wordAt(passage, first - 3))
  if (isSecondAge(passage, first) || isOfYoung(passage, number)) return true
  return kind === 'COUNT' && isBetweenCommas(passage, number)
}

/** "children under five", "people over 65" */
const isOfYoung = (passage: Passage, { first, next, value }: NumberReading): boolean =>
  value !== null &&
  value < MAX_AGE &&
  /^(?:under|over|below|above)$/.test(wordAt(passage, first - 1)) &&
  /^(?:children|kids|people|those|adults|women|men|girls|boys|infants|voters|everyone|anyone|residents|workers|patients)$/.test(
    wordAt(passage, first - 2),
  ) &&
  !/^(?:NOUN|ADJ)$/.test(posAt(passage, next))

/** "two boys aged seven and nine", "aged 3, 5 and 8" */
function isSecondAge(passage: Passage, first: number): boolean {
  for (let at = first - 1; at > first - AGES; at -= 1) {
    if (/^aged?$/.test(wordAt(passage, at))) return at < first - 1
    if (posAt(passage, at) !== 'NUM' && !/^(?:,|and|or)$/.test(wordAt(passage, at))) return false
  }
  return false
}

/** "John Smith, 45, said": a small whole number set off behind a name. */
function isBetweenCommas(passage: Passage, { first, next, value }: NumberReading): boolean {
  if (value === null || value >= MAX_AGE || !/^\d+$/.test(wordAt(passage, first))) return false
  const opened = /^[,(]$/.test(wordAt(passage, first - 1))
  const closed = next === passage.last || /^[,.;)]$/.test(wordAt(passage, next))
  const name = tokenAt(passage, first - 2)
  return opened && closed && name !== undefined && /^(?:PROPN|NOUN)$/.test(name.pos)
}
