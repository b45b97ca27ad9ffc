import type { Aggregation } from '../../extractor.ts'
import { isComparison } from '../context/find-period.ts'
import type { EventWords } from '../events/event-vocabulary.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'
import type { EventSite } from '../site.ts'

const CUMULATIVE_TOPIC = /\b(?:toll|tally|total number|cumulative)\b/i
const STOCK =
  /^(?:has|have|had|holds?|held|owns?|owned|employs?|employed|employing|remain|remains|remained|remaining|population|there|stands?|stood|houses|hosts?|reserves?|contains?|inhabitants|residents)$/
const REACH = 5
const SINCE_REACH = 14

/** How numbers of this kind add up: a flow of events, a running total, a stock, or a share. */
export function readAggregation(
  { passage, number, base, first, next }: EventSite,
  { words, measure }: { readonly words: EventWords | null; readonly measure: string | null },
): Aggregation {
  if (number.kind === 'PERCENT' || number.kind === 'RATIO' || base) return 'RATIO'
  if (measure && CUMULATIVE_TOPIC.test(measure)) return 'CUMULATIVE'
  if (saysSoFar(passage, first, next)) return 'CUMULATIVE'
  if (number.kind === 'COUNT' && !words && isStock(passage, first)) return 'STOCK'
  return words?.event === 'missing' || words?.event === 'employed' ? 'STOCK' : 'FLOW'
}

/** What "since" is followed by where it begins a running total, and not a comparison. */
const BEGINNING =
  /^(?:the|its|it|last|mid(?:-[a-z]+)?|early|late|january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|then)$/

/** "since the start of the war", "so far", "in total". */
function saysSoFar(passage: Passage, first: number, next: number): boolean {
  if (
    wordAt(passage, passage.first) === 'since' &&
    BEGINNING.test(wordAt(passage, passage.first + 1))
  )
    return true
  for (let at = next; at < next + SINCE_REACH; at += 1) {
    const word = wordAt(passage, at)
    if (word === '' || word === ';') break
    if (
      word === 'since' &&
      !isComparison(passage, at + 1) &&
      BEGINNING.test(wordAt(passage, at + 1))
    )
      return true
    if (word === 'far' && wordAt(passage, at - 1) === 'so') return true
  }
  for (let at = first - 1; at > first - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (word === 'far' && wordAt(passage, at - 1) === 'so') return true
  }
  return false
}

function isStock(passage: Passage, first: number): boolean {
  for (let at = first - 1; at > first - REACH; at -= 1) {
    const word = wordAt(passage, at)
    // "has confirmed 14 cases" is no possession.
    const isPerfect = /^(?:has|have|had)$/.test(word) && posAt(passage, at + 1) === 'VERB'
    const isHome = word === 'home' && wordAt(passage, at + 1) === 'to'
    if (isHome || (STOCK.test(word) && !isPerfect)) return true
  }
  return false
}
