import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, wordAt } from '../passage.ts'

const PENALTY =
  /^(?:sentenced?|sentences|jailed|imprisoned|imprisonment|banned|suspended|prison|jail|jailing|sentencing|ban|suspension|serve[sd]?|serving|term|disqualified)$/
const LENGTH =
  /^(?:last(?:s|ed|ing)?|took|takes?|taking|delay(?:s|ed)?|average[sd]?|averaging|expectancy|wait(?:s|ed|ing)?|time|duration|record|clocked|finished|won|extended|shortened|spent)$/
const AFTER =
  /^(?:sentences?|prison|jail|behind|imprisonment|ban|suspension|delays?|extension|term|terms|probation|outage|blackout|quarantine|lockdown|curfew)$/
const REACH = 6

/**
 * Whether a length of time is what the text reports ("jailed for 12 years", "a two-year ban", "the
 * outage lasted 6 hours") rather than when something happened.
 */
export function isReportedDuration(passage: Passage, { first, next }: NumberReading): boolean {
  for (let at = first - 1; at >= first - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (/^[,;:]$/.test(word)) break
    if (PENALTY.test(word) || LENGTH.test(word)) return true
  }
  for (let at = next; at < next + 3; at += 1) {
    if (AFTER.test(wordAt(passage, at))) return true
  }
  return false
}
