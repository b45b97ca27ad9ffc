import type { EventWords } from '../events/event-vocabulary.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'
import type { EventSite } from '../site.ts'
import { isLastOfList } from './is-last-of-list.ts'
import { isPlural } from './plural.ts'
import type { Thing } from './thing.ts'

/** Amounts without digits that are news only with what happened: "several people were injured". */
const NEEDS_EVENT = /^(?:a|several|few|many|numerous|others|nobody|none|some)$/
/** What a list in a paper counts: "10 things to know". */
const LISTED =
  /^(?:things|ways|reasons|tips|facts|takeaways|lessons|questions|moments|steps|hands|sides|thirds|quarters|halves)$/
/** Harm that is news when there is none. */
const HARM =
  /^(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|survivors?|damage)$/
/** What one can be without, without it being a count: "no plans", "no signs". */
const ABSTRACT =
  /^(?:plans?|signs?|details?|accounts?|evidence|indications?|information|explanations?|statements?|responses?|replies|reply|mentions?|reference|references|mistakes?|knowledge|words?|comments?|reasons?|ways?|doubts?|questions?|limits?|others?|rules?|problems?|results?|changes?|matters?|efforts?|longer|terms|means|circumstances|grounds|intentions?|illusions?|regrets?|secrets?|chances?|hopes?|ideas?|answers?|guarantees?|excuses?|alternatives?|options?|choices?|winners?|losers?|guns?|ideas?|concerns?|objections?|restrictions?)$/
/** Pairs that the reader knows: "both sides". */
const KNOWN_PAIRS =
  /^(?:sides|countries|parties|nations|governments|leaders|men|women|teams|cases|ways|hands|ends|directions|times|capitals|players|clubs|camps|armies|presidents|ministers|groups)$/
const SAYING = /^(?:said|says|told|added|that|when|if|as|when|because|but)$/

/** Whether a number with its thing is a figure that somebody would want to compare. */
export function isWorthKeeping(site: EventSite, thing: Thing, words: EventWords | null): boolean {
  const { passage, number, event } = site
  if (number.kind !== 'COUNT') return true
  const happened = event !== null || words !== null
  const word = wordAt(passage, number.first)
  switch (word) {
    case 'no':
      return isNothing(site)
    case 'both':
      return happened || isPair(site)
    case 'one':
      return (
        happened ||
        site.part !== null ||
        isFound(passage, number.first) ||
        isLastOfList(passage, number.first)
      )
    default:
      if (NEEDS_EVENT.test(word) && number.minValue === null && !isWritten(site)) return happened
      return isNamed(thing) && (happened || !LISTED.test(thing.key))
  }
}

/** "no casualties", "no life jackets", "no soldier was killed"; but not "carry no warhead". */
function isNothing({ passage, number, phrase, event }: EventSite): boolean {
  const head = wordAt(passage, phrase?.head ?? -1)
  if (HARM.test(head)) return true
  const befell = event !== null && event.at > number.first
  return !ABSTRACT.test(head) && (befell || isPlural(head))
}

/** "both doses", "both evening galas": two things the text has not just counted. */
function isPair({ passage, phrase, part }: EventSite): boolean {
  const head = wordAt(passage, phrase?.head ?? -1)
  return part === null && isPlural(head) && !KNOWN_PAIRS.test(head)
}

/** "Investigators found one motorcycle": the object of a verb is counted. */
function isFound(passage: Passage, first: number): boolean {
  const before = wordAt(passage, first - 1)
  return posAt(passage, first - 1) === 'VERB' && !SAYING.test(before)
}

/** "a couple", "a dozen": words that are numbers after all. */
const isWritten = ({ passage, number }: EventSite): boolean =>
  number.value !== null && number.value > 2 && wordAt(passage, number.first) === 'a'

const isNamed = ({ key }: Thing): boolean => /^\p{L}/u.test(key)
