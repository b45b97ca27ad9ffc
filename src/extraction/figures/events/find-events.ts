import { posAt, wordAt } from '../passage.ts'
import type { EventSite, Site } from '../site.ts'
import { isLevelVerb } from '../things/level-verbs.ts'
import { eventOfNoun, verbSenses } from './event-words.ts'
import { activeEvent, type FigureEvent } from './figure-event.ts'
import { readDistantPredicate } from './read-distant-predicate.ts'
import { readGovernor } from './read-governor.ts'
import { readPredicate } from './read-predicate.ts'

/** What happened to what each number of a sentence counts; coordinated numbers share their verb. */
export function findEvents(sites: readonly Site[]): EventSite[] {
  const isWhole = (i: number) => sites[i - 1]?.part === 'OF_NUMBER'
  const shared = sites.map(
    (site, i): EventSite => ({
      ...site,
      event: isWhole(i) ? null : ownEvent(site),
    }),
  )
  // "34 of 67 missiles and 100 of 194 drones": the wholes stand aside when verbs are shared.
  const heads = [...shared.keys()].filter((i) => !isWhole(i))
  for (const [k, i] of heads.entries()) shareForward(shared, heads[k - 1], i)
  for (let k = heads.length - 2; k >= 0; k -= 1) shareBack(shared, heads[k] ?? -1, heads[k + 1])
  const found = shared.map((site, i) =>
    site.event || isWhole(i) ? site : { ...site, event: distantEvent(site) },
  )
  return found.map((site, i) => withEventOfNext(site, found[i + 1]))
}

/** "143,000 homes in Louisiana and 61,000 in Mississippi were without power" */
function withEventOfNext(site: EventSite, after: EventSite | undefined): EventSite {
  const event = after?.event
  if (site.event || !event || !isPlacedAlike(site, after)) return site
  return event.at >= after.next ? { ...site, event: { ...event, spanNext: null } } : site
}

/** "killed 3 soldiers and 5 civilians": the verb before the first governs the second. */
function shareForward(sites: EventSite[], from: number | undefined, to: number): void {
  const before = sites[from ?? -1]
  const site = sites[to]
  if (!before || !site || site.event || !isCoordinated(before, site)) return
  const { event } = before
  if (event && event.at < before.number.first) sites[to] = { ...site, event }
}

/** "3 soldiers and 5 civilians were killed": the verb after the second holds for the first. */
function shareBack(sites: EventSite[], to: number, from: number | undefined): void {
  const site = sites[to]
  const after = sites[from ?? -1]
  if (!after || !site || site.event || !isCoordinated(site, after)) return
  const { event } = after
  // "hit by three drones, seven injured" are two statements.
  if (!after.phrase && event?.words.people && wordAt(site.passage, site.next) === ',') return
  // "the toll reached 71 and 640 people were hurt": a level is said already.
  if (!site.phrase && isLevelVerb(site.passage, site.first - 1)) return
  if (event && event.at >= after.next) sites[to] = { ...site, event: { ...event, spanNext: null } }
}

function ownEvent(site: Site): FigureEvent | null {
  const { passage, phrase, next, number } = site
  if (number.kind === 'SCORE' || number.unit === 'magnitude') return null
  // "12 arrests"
  const counted = phrase ? eventOfNoun(wordAt(passage, phrase.head)) : null
  if (counted && phrase && number.kind === 'COUNT' && !counted.change) {
    return activeEvent(counted, phrase.head)
  }
  const predicate = predicateOf(site)
  const governor = asLevel(site, readGovernor(site))
  // "counted at least 900 dead": what they are weighs more than who counted.
  if (predicate?.words.people && !governor?.words.people) return predicate
  // "killed 12 people injured in a fire": the verb before wins over a participle without auxiliary.
  const isAuxiliary = /^(?:is|are|was|were|has|have|had|been)$/.test(wordAt(passage, next))
  return isAuxiliary ? (predicate ?? governor) : (governor ?? predicate)
}

/** "one of two missiles launched by Russia": the whole was launched, not the part. */
function predicateOf({ passage, next, part }: Site): FigureEvent | null {
  const predicate = readPredicate(passage, next)
  return part === 'OF_NUMBER' && predicate?.words.event === 'launched' ? null : predicate
}

/** "The shares lost 3%" and "gained 3%" say how a level changed, not what was lost. */
function asLevel({ passage, number, phrase }: Site, event: FigureEvent | null): FigureEvent | null {
  if (!event || phrase || number.kind !== 'PERCENT') return event
  const isChange = verbSenses(wordAt(passage, event.at)).some(({ words }) => words.change)
  const isMoved = /^(?:higher|lower|up|down)$/.test(wordAt(passage, number.next))
  return isChange || isMoved ? null : event
}

function distantEvent(site: Site): FigureEvent | null {
  const isCounted = site.phrase !== null || posAt(site.passage, site.next) === 'ADP'
  return site.number.kind === 'COUNT' && isCounted
    ? readDistantPredicate(site.passage, site.next)
    : null
}

/** Whether only "and", "or" or a comma stand between two numbers with what they count. */
function isCoordinated(before: Site, site: Site): boolean {
  const { passage, first } = site
  if (site.part === 'OF_PRONOUN' || isSize(before)) return false
  let at = before.next
  const isJoint = (word: string) => /^(?:and|or|,|as|well|plus)$/.test(word)
  while (at < first && isJoint(wordAt(passage, at))) at += 1
  return at === first && at > before.next
}

/** "143,000 homes in Louisiana and 61,000 in Mississippi": each with its place. */
function isPlacedAlike({ passage, next }: Site, { first, next: after }: Site): boolean {
  const link = wordAt(passage, next)
  if (posAt(passage, next) !== 'ADP' || link !== wordAt(passage, after)) return false
  if (wordAt(passage, first - 1) !== 'and' || first - next > 6) return false
  for (let at = next + 1; at < first - 1; at += 1) {
    if (!/^(?:PROPN|DET|ADJ|NOUN)$/.test(posAt(passage, at))) return false
  }
  return true
}

/** "in a town of 90,000, 30 people died": the first says how large something is. */
const isSize = ({ passage, first, phrase }: Site): boolean =>
  phrase === null && wordAt(passage, first - 1) === 'of' && posAt(passage, first - 2) === 'NOUN'
