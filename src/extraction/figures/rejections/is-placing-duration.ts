import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, wordAt } from '../passage.ts'

const PENALTY =
  /^(?:sentenced?|sentences|jailed|imprisoned|imprisonment|banned|suspended|prison|jail|jailing|sentencing|ban|suspension|serve[sd]?|serving|terms?|disqualified)$/
const LENGTH =
  /^(?:last(?:s|ed|ing)?|took|takes?|taking|delay(?:s|ed)?|average[sd]?|averaging|expectancy|wait(?:s|ed|ing)?|time|duration|record|clocked|finished|won|extended|shortened|spent)$/
const AFTER =
  /^(?:sentences?|prison|jail|behind|imprisonment|ban|suspension|delays?|extension|term|terms|probation|outage|blackout|quarantine|lockdown|curfew)$/
const HANDED = /^(?:gets?|got|given|handed|receives?|received|draws?)$/
const REACH = 6

/**
 * Whether a length of time only places an event. It is reported for itself where it is a penalty
 * ("jailed for 12 years", "a two-year ban") or how long something took ("the outage lasted 6 hours").
 */
export function isPlacingDuration(passage: Passage, number: NumberReading): boolean {
  return number.kind === 'DURATION' && !isReported(passage, number)
}

function isReported(passage: Passage, { first, next }: NumberReading): boolean {
  for (let at = first - 1; at >= first - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (/^[,;:]$/.test(word)) break
    if (PENALTY.test(word) || LENGTH.test(word)) return true
  }
  // "gets nine years for fraud"; "in 3 minutes 52.4 seconds"
  if (HANDED.test(wordAt(passage, first - 1)) && wordAt(passage, next) === 'for') return true
  if (isTimed(passage, { first, next })) return true
  for (let at = next; at < next + 3; at += 1) {
    if (AFTER.test(wordAt(passage, at))) return true
  }
  return false
}

/** A time taken to a fraction of a second. */
function isTimed(
  passage: Passage,
  { first, next }: Pick<NumberReading, 'first' | 'next'>,
): boolean {
  for (let at = first; at < next - 1; at += 1) {
    if (/^\d+\.\d+$/.test(wordAt(passage, at)) && /^sec/.test(wordAt(passage, at + 1))) return true
  }
  return false
}

/** What kind of penalty a length of time is, as the start of a metric's key; '' for other lengths. */
export function penaltyKey(passage: Passage, { first, next }: NumberReading): string {
  for (let at = first - REACH; at < next + 3; at += 1) {
    const word = wordAt(passage, at)
    if (/^(?:ban(?:ned)?|suspen(?:ded|sion)|disqualified)$/.test(word)) return 'bans'
    if (
      /^(?:sentence[sd]?|jail(?:ed)?|prison|imprison(?:ed|ment)|serve[sd]?|serving)$/.test(word)
    ) {
      return 'prison-sentences'
    }
  }
  return ''
}
