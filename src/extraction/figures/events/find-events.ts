import { wordAt } from '../passage.ts'
import type { EventSite, Site } from '../site.ts'
import { eventOfNoun } from './event-words.ts'
import type { FigureEvent } from './figure-event.ts'
import { readDistantPredicate } from './read-distant-predicate.ts'
import { readGovernor } from './read-governor.ts'
import { readPredicate } from './read-predicate.ts'

/** What happened to what each number of a sentence counts; coordinated numbers share their verb. */
export function findEvents(sites: readonly Site[]): EventSite[] {
  const own = sites.map((site) => ({ ...site, event: ownEvent(site) }))
  const shared = own.map((site) => ({ ...site }))
  for (let i = 1; i < shared.length; i += 1) {
    const [before, site] = [shared[i - 1], shared[i]]
    if (!before || !site || site.event || !isCoordinated(before, site)) continue
    const { event } = before
    if (event && event.at < before.number.first) shared[i] = { ...site, event }
  }
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const [site, after] = [shared[i], shared[i + 1]]
    if (!site || !after || site.event || !isCoordinated(site, after)) continue
    const { event } = after
    if (event && event.at >= after.next)
      shared[i] = { ...site, event: { ...event, spanNext: null } }
  }
  return shared.map((site) => (site.event ? site : { ...site, event: distantEvent(site) }))
}

function ownEvent(site: Site): FigureEvent | null {
  const { passage, phrase, next, first, number } = site
  if (number.kind === 'SCORE' || number.unit === 'magnitude') return null
  const noun = phrase ? wordAt(passage, phrase.head) : ''
  const counted = phrase ? eventOfNoun(noun) : null
  if (counted && phrase && number.kind === 'COUNT' && !counted.change) {
    return { words: counted, at: phrase.head, spanNext: null, counted: 'OBJECT', passive: false }
  }
  const predicate = readPredicate(passage, next)
  const governor = readGovernor(passage, first, noun)
  // "killed 12 people injured in a fire": the verb before wins over a participle without auxiliary.
  const isAuxiliary = /^(?:is|are|was|were|has|have|had|been)$/.test(wordAt(passage, next))
  return isAuxiliary ? (predicate ?? governor) : (governor ?? predicate)
}

function distantEvent(site: Site): FigureEvent | null {
  return site.number.kind === 'COUNT' && site.phrase
    ? readDistantPredicate(site.passage, site.next)
    : null
}

/** Whether only "and", "or" or a comma stand between two numbers with what they count. */
function isCoordinated(before: Site, site: Site): boolean {
  const { passage, first } = site
  if (site.part === 'OF_PRONOUN') return false
  let at = before.next
  const isJoint = (word: string) => /^(?:and|or|,|as|well|plus)$/.test(word)
  while (at < first && isJoint(wordAt(passage, at))) at += 1
  return at === first && at > before.next
}
