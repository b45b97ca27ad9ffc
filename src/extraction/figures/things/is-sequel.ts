import { wordAt } from '../passage.ts'
import type { Site } from '../site.ts'

/** How far a level may be from the one it is compared with, in tokens. */
const REACH = 22
const REACH_OF_TO = 5
const REACH_FROM_TO = 12
/** Two levels of one thing differ by less than this factor. */
const ALIKE = 5

/**
 * Whether a number without its own noun is another level of what the one before it measures: "3%, up
 * from 2% a year earlier", "by 25 points to 4.75%", "from 25% to 50%".
 */
export function isSequel(site: Site, before: Site): boolean {
  const { passage, number } = site
  const first = /^an?$/.test(wordAt(passage, site.first - 1)) ? site.first - 1 : site.first
  if (passage !== before.passage || site.phrase || !isSameKind(site, before)) return false
  const distance = first - before.next
  const link = wordAt(passage, first - 1)
  switch (link) {
    case 'after':
    case 'following':
      return number.kind === 'PERCENT' && distance <= REACH
    case 'from':
    case 'against':
    case 'versus':
    case 'vs':
    case 'vs.':
      return distance <= REACH
    case 'with':
    case 'than':
      return distance <= REACH && /^(?:compared|rather)$/.test(wordAt(passage, first - 2))
    case 'to': {
      if (wordAt(passage, first - 2) === 'compared') return distance <= REACH
      const isFrom = wordAt(passage, before.first - 1) === 'from'
      return distance <= (isFrom ? REACH_FROM_TO : REACH_OF_TO)
    }
    default:
      return false
  }
}

/**
 * Whether it is another change of the same kind: "rose 3%, up from 2%", not "rose 3% to 5%", whose
 * second number is a level.
 */
export function isSameChange({ passage, number, first }: Site, before: Site): boolean {
  const isNext = before.next === first - 1
  return number.unit === before.number.unit && !isNext && wordAt(passage, first - 1) !== 'to'
}

/** "€5.20, up from 4.70": the unit may be left out. "3%, from 1,200 a year ago" is no such case. */
const isSameKind = ({ number }: Site, { number: before }: Site): boolean =>
  number.kind === before.kind ||
  (number.kind === 'COUNT' &&
    number.unit === null &&
    /^(?:MONEY|PERCENT)$/.test(before.kind) &&
    (number.value ?? 0) < ALIKE * (before.value ?? 0) &&
    (before.value ?? 0) < ALIKE * (number.value ?? 0))
