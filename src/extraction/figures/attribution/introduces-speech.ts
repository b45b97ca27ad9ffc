import { type Passage, posAt, wordAt } from '../passage.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Speaker } from './speaker.ts'
import { isDataNoun, isDataSpeech } from './speech-verbs.ts'

const QUOTE = /^["“”'‘’»«]+$/
/** Those who give odds and counts as others say things. */
const WATCHERS =
  /\b(?:analysts?|economists?|bookmakers?|forecasters?|groups?|officials?|authorities|police|doctors?|medics|observers?|researchers|scientists|organi[sz]ers|monitors?|agenc(?:y|ies)|ministry|hospitals?|services?|reporters?|witnesses|activists|office|network)\b/i
/** What somebody gives or raises who says how many died. */
const TOLL = /^(?:toll|tally|count)$/
const NEAR = 6
/** "put the number of suspected cases in the north at" */
const FAR = 14

/** Whether a verb that is not always one of saying is one here: "added that", "put the toll at", "counted 900". */
export function introducesSpeech(
  passage: Passage,
  verb: number,
  speaker: Speaker,
  { entities }: MentionIndex,
): boolean {
  const word = wordAt(passage, verb)
  const after = wordAt(passage, verb + 1)
  const label = passage.text.slice(speaker.start, speaker.end)
  if (/^(?:put|puts|placed)$/.test(word)) return isWithin(passage, verb, /^at$/, FAR)
  if (/^accuse[sd]?$/.test(word)) return after !== 'of' && isWithin(passage, verb, /^of$/)
  if (word === 'called') return after === 'for'
  if (/^(?:gave|gives|given)$/.test(word))
    return hasDataNoun(label) || givesOdds(passage, verb, label) || isWithin(passage, verb, TOLL, 3)
  // "raised the toll to eight", not "raised rates to 5%"
  if (/^(?:raised|revised|lowered)$/.test(word)) return isWithin(passage, verb, TOLL, 3)
  if (/^(?:counted|counts|recorded|records|documented|registered|logged|tallied)$/.test(word)) {
    // A player records points without reporting them.
    const { type } = entities[speaker.claimant ?? -1] ?? {}
    // "Spain recorded 1,180 deaths": it had them.
    if (type === 'PLACE' && /^(?:record|regist|log)/.test(word)) return false
    const isPerson = type === 'PERSON'
    if (isPerson && !word.startsWith('count')) return false
    return isNumberNear(passage, verb) && isWatcher(speaker, label)
  }
  if (/^expects?$/.test(word)) return after === 'that' || isWatcher(speaker, label)
  if (after === 'that' || after === ':' || QUOTE.test(after)) return true
  if (after === '' || /^[.,]$/.test(after)) return true
  return isDataSpeech(word) && hasDataNoun(label)
}

const hasDataNoun = (words: string): boolean => words.toLowerCase().split(/[ -]/).some(isDataNoun)

const isWatcher = ({ kind }: Speaker, label: string): boolean =>
  kind === 'NAMED' || WATCHERS.test(label)

const givesOdds = (passage: Passage, verb: number, label: string): boolean =>
  WATCHERS.test(label) && isWithin(passage, verb, /^(?:chance|probability|odds|likelihood)$/)

function isWithin(passage: Passage, verb: number, pattern: RegExp, reach = NEAR): boolean {
  for (let at = verb + 1; at < verb + 2 + reach; at += 1) {
    if (pattern.test(wordAt(passage, at))) return true
  }
  return false
}

function isNumberNear(passage: Passage, verb: number): boolean {
  for (let at = verb + 1; at < verb + 5; at += 1) {
    if (posAt(passage, at) === 'NUM') return true
    if (/^(?:dozens|hundreds|thousands|several)$/.test(wordAt(passage, at))) return true
  }
  return false
}
