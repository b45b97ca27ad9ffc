import type { EventWords } from './events/event-vocabulary.ts'
import { eventNamed } from './events/event-words.ts'
import { isAirborne } from './events/is-airborne.ts'
import type { FigureDraft } from './figure-draft.ts'
import { wholeEvent } from './link-parts.ts'
import { posAt, wordAt } from './passage.ts'
import type { EventSite } from './site.ts'
import type { Antecedent } from './things/antecedent.ts'
import { isSameChange } from './things/is-sequel.ts'
import type { Thing } from './things/thing.ts'

/** The figures before, whose event one that has none of its own may share. */
interface Carried {
  /** The last one of any kind. */
  readonly before: FigureDraft | null
  /** The last one that counts. */
  readonly counted: Antecedent | null
}

/** A part that says nothing of its own shares what happened to its whole: "including 12 children". */
export function carryEvent(
  site: EventSite,
  thing: Thing,
  { before, counted }: Carried,
): EventWords | null {
  const own = inFlight(thing.words ?? site.event?.words ?? null, { site, before })
  if (own || site.number.kind !== 'COUNT' || thing.key.endsWith('casualties')) return own
  if (before?.site.part === 'OF_NUMBER' && before.site.passage === site.passage) {
    return wholeEvent(before.words)
  }
  if (hasOtherPredicate(site)) return null
  const isPart = site.part === 'INCLUDED' || site.part === 'OF_PRONOUN' || isElliptic(site, before)
  if (!isPart) return null
  return (isSame(before, thing) ? before : (counted ?? before))?.words ?? null
}

/** "rose by 3% to 5%": the second is the level, not the change. "died, up from 38": still deaths. */
export const levelOf = (
  site: EventSite,
  { site: before, words }: FigureDraft,
): EventWords | null => (words?.change && !isSameChange(site, before) ? null : words)

/** "killed 14 in Haiti and four in Cuba": the verb is left out with the noun. */
function isElliptic(
  { passage, phrase, first, next }: EventSite,
  before: FigureDraft | null,
): boolean {
  if (phrase || before?.site.passage !== passage) return false
  return /^(?:and|,)$/.test(wordAt(passage, first - 1)) || wordAt(passage, next) === 'did'
}

/** "39 were shot down and 29 went off course": something else happened to these. */
const hasOtherPredicate = ({ passage, number, first, next }: EventSite): boolean =>
  number.next === next &&
  posAt(passage, next) === 'VERB' &&
  wordAt(passage, next) !== 'did' &&
  !/^(?:which|whom)$/.test(wordAt(passage, first - 1))

/** "launched 479 drones, of which 460 were destroyed": what is destroyed in the air is intercepted. */
function inFlight(
  words: EventWords | null,
  { site, before }: { readonly site: EventSite; readonly before: FigureDraft | null },
): EventWords | null {
  const isAloft =
    words?.event === 'destroyed' &&
    before?.site.passage === site.passage &&
    /^(?:launched|intercepted)$/.test(before.words?.event ?? '') &&
    isAirborne(before.thing.key.split('-').at(-1) ?? '')
  return isAloft ? eventNamed('intercepted') : words
}

const isSame = (before: FigureDraft | null, { key }: Thing): boolean => before?.thing.key === key
