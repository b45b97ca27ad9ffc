import { durationUnit } from '../numbers/measure-units.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { isAttached, type Passage, posAt, tokenAt, wordAt } from '../passage.ts'

type Rule = (passage: Passage, number: NumberReading) => boolean

/** Words after which a number is a name or a place in an order: "Boeing 737", "Article 5", "No. 10". */
const LABELS =
  /^(?:no\.|nos\.|number|#|article|section|chapter|page|p\.|pp\.|vol\.|volume|figure|table|paragraph|clause|rule|resolution|protocol|phase|stage|level|tier|category|grade|class|type|mark|mk|model|series|version|windows|boeing|airbus|flight|route|highway|interstate|motorway|road|line|platform|gate|terminal|room|floor|unit|block|building|reactor|channel|radio|formula|group|pool|lane|stall|division|district|ward|precinct|zone|sector|area|brigade|regiment|battalion|apollo|covid|g|euro|league|round|game|episode|season|week|day|leg|matchday|lap|hole|set|bill|proposition|measure|amendment|title|item|case|lot|exhibit|count|psalm|verse|galaxy|iphone|playstation|ps|xbox|world|war|super|bowl|wrestlemania|opus|op\.|symphony|catch|area|studio|century|fifa|uefa|expo|cop|agenda|vision|horizon|mach|falcon|starship|soyuz|tu|il|an|su|mig)$/
const AGE_AFTER =
  /^(?:-year-olds?|-years?-old|[ -]year[- ]olds?|[ -]years? old|-month-old|-day-old|-week-old)/
const MAX_LABEL = 10_000

/** Rules that say a number counts nothing. One true is enough. */
const RULES: readonly Rule[] = [isLabelled, isListed, isAge, isOneOf, isPhone, isGlued, isBracketed]

/** Whether a number can be a figure, before anything is known of what it counts. */
export function mayBeFigure(passage: Passage, number: NumberReading): boolean {
  return !RULES.some((rule) => rule(passage, number))
}

const isDigits = (passage: Passage, { first }: NumberReading): boolean =>
  /^\d/.test(wordAt(passage, first))

function isLabelled(passage: Passage, number: NumberReading): boolean {
  const { kind, first, next, value } = number
  if (kind !== 'COUNT' || value === null || value >= MAX_LABEL) return false
  const before = tokenAt(passage, first - 1)
  if (!before) return false
  const own = tokenAt(passage, first)?.text ?? ''
  if (/^[-\u2010-\u2015/]$/.test(before.text) && isAttached(passage, first)) return true
  const written = /^\p{Lu}/u.test(before.text) || /^[a-z]+\.?$|^#$/.test(before.text)
  if (written && LABELS.test(before.lower) && !isNounAfter(passage, next)) return true
  if (!/^\p{Lu}/u.test(before.text) || passage.titleCase) return false
  const capital = /^\p{Lu}\p{Ll}/u.test(own)
  const bare = isDigits(passage, number) && Number.isInteger(value) && !/[,.]/.test(own)
  const named = before.pos === 'PROPN' && first - 1 > passage.first
  return named && (capital || bare) && !isNounAfter(passage, next) && !isVerbAfter(passage, next)
}

const isNounAfter = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|ADJ)$/.test(posAt(passage, at)) || wordAt(passage, at) === 'of'
const isVerbAfter = (passage: Passage, at: number): boolean =>
  /^(?:VERB|AUX)$/.test(posAt(passage, at))

/** "1. First", "(3)" at the start of a line. */
function isListed(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'COUNT') return false
  const opened =
    first === passage.first ||
    (first === passage.first + 1 && wordAt(passage, passage.first) === '(')
  return opened && /^[.)]$/.test(wordAt(passage, next)) && isAttached(passage, next)
}

function isAge(
  passage: Passage,
  { first, next, kind, end, value, maxValue }: NumberReading,
): boolean {
  const after = passage.text.slice(
    kind === 'DURATION' ? passage.tokens[next - 2]?.end : end,
    end + 14,
  )
  if (
    AGE_AFTER.test(passage.text.slice(end, end + 14)) ||
    / old\b/.test(after.slice(0, 12)) ||
    /^-olds?\b/.test(passage.text.slice(end, end + 5))
  )
    return true
  if (kind === 'DURATION' && /^-?old/.test(passage.text.slice(end).slice(0, 4))) return true
  if (kind !== 'COUNT')
    return kind === 'DURATION' && /^(?:aged?|ages)$/.test(wordAt(passage, first - 1))
  const before = wordAt(passage, first - 1)
  if (/^(?:aged|ages|age)$/.test(before)) return true
  if (
    /^(?:of|between|over|under|above|below|to|and|at)$/.test(before) &&
    /^(?:age|aged|ages)$/.test(wordAt(passage, first - 2))
  )
    return true
  const age = maxValue ?? value
  const commas =
    before === ',' &&
    /^[,.;)]?$/.test(wordAt(passage, next)) &&
    posAt(passage, first - 2) === 'PROPN'
  return commas && age !== null && age < 120 && /^\d+$/.test(wordAt(passage, first))
}

/** "one of the last", "one day", "no one": determiners, not counts. */
function isOneOf(passage: Passage, { first, next, value }: NumberReading): boolean {
  if (value !== 1 || wordAt(passage, first) !== 'one') return false
  const after = wordAt(passage, next)
  if (after === 'of') return !/^(?:them|whom|which|those|these)$/.test(wordAt(passage, next + 1))
  if (
    /^(?:no|any|every|each|this|that|another|the|some|which|number|day)$/.test(
      wordAt(passage, first - 1),
    )
  )
    return true
  return (
    /^(?:another|thing|way|that|who|can|could|by|such|should|must|might|may|would|side|hand|point|reason|’s|'s|-|is|was|has|time)$/.test(
      after,
    ) || durationUnit(after) !== null
  )
}

/** Groups of digits one after another: "+44 20 7946 0958", "020 7946 0958". */
function isPhone(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'COUNT' || !/^[+(]?\d/.test(wordAt(passage, first))) return false
  if (/^\+\d{1,3}$/.test(wordAt(passage, first)) && /^[\d(]/.test(wordAt(passage, next)))
    return true
  if (/^0\d/.test(wordAt(passage, first))) return true
  const after = /^\d+$/.test(wordAt(passage, next)) && /^\d+$/.test(wordAt(passage, next + 1))
  const before = /^\+?\d+$/.test(wordAt(passage, first - 1)) && !isCommaBefore(passage, first)
  return after || before
}

const isCommaBefore = (passage: Passage, at: number): boolean => wordAt(passage, at - 1) === ','

/** Part of a longer token that is no number: "4x4", "737-800". */
function isGlued(passage: Passage, { first, next, end, kind }: NumberReading): boolean {
  if (kind === 'SCORE') return false
  const after = passage.text[end] ?? ''
  if (/^[-\u2013]$/.test(after) && /\d/.test(passage.text[end + 1] ?? '')) return true
  return (tokenAt(passage, next - 1)?.end ?? end) > end && /[\d/:]/.test(after) && first < next
}

/** "[12]" and "(2)" after a sentence cite; they count nothing. */
function isBracketed(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'COUNT') return false
  return wordAt(passage, first - 1) === '[' && wordAt(passage, next) === ']'
}
