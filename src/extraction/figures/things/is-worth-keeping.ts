import type { EventWords } from '../events/event-vocabulary.ts'
import { tokenAt, wordAt } from '../passage.ts'
import type { EventSite } from '../site.ts'
import type { Thing } from './thing.ts'

/** Amounts without digits that are news only with what happened: "several people were injured". */
const NEEDS_EVENT = /^(?:a|both|several|few|many|numerous|others|one|nobody|none|some)$/
/** What a list in a paper counts: "10 things to know". */
const LISTED =
  /^(?:things|ways|reasons|tips|facts|takeaways|lessons|questions|moments|steps|times|points-plans|hands|sides|thirds|quarters|halves)$/
const HARM =
  /^(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|survivors?|damage)$/

/** Whether a number with its thing is a figure that somebody would want to compare. */
export function isWorthKeeping(site: EventSite, thing: Thing, words: EventWords | null): boolean {
  const { passage, number, event } = site
  const word = wordAt(passage, number.first)
  const happened = event !== null || words !== null
  if (word === 'no') return happened || HARM.test(wordAt(passage, site.phrase?.head ?? -1))
  if (number.kind === 'COUNT' && NEEDS_EVENT.test(word) && isVague(site)) return happened
  if (number.kind === 'COUNT' && !happened && LISTED.test(thing.key)) return false
  if (number.kind === 'COUNT') return thing.key !== '' && isNamedKey(thing.key)
  return true
}

const isNamedKey = (key: string): boolean => /^\p{L}/u.test(key)

/** Whether a site's number is a word that is no number, or "one". */
function isVague({ passage, number }: EventSite): boolean {
  const word = tokenAt(passage, number.first)?.lower
  if (word === 'a') return number.value === null || number.value === 2
  return number.minValue === null
}
