import { wordAt } from '../passage.ts'
import type { Site } from '../site.ts'

/** How far a level may be from the one it is compared with, in tokens. */
const REACH = 22
const REACH_OF_TO = 5
const REACH_FROM_TO = 12

/**
 * Whether a number without its own noun is another level of what the one before it measures: "3%, up
 * from 2% a year earlier", "by 25 points to 4.75%", "from 25% to 50%".
 */
export function isSequel(site: Site, before: Site): boolean {
  const { passage, first, number } = site
  if (passage !== before.passage || site.phrase || number.kind !== before.number.kind) return false
  const distance = first - before.next
  const link = wordAt(passage, first - 1)
  switch (link) {
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
