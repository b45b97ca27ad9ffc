import { verbSenses } from '../events/event-words.ts'
import { formsOf } from '../events/inflect.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'

/** Verbs that say what level their subject is at: "turnout reached 61%". */
const LEVEL = formsOf(
  'stand take last reach hit total exceed top remain average amount cost trade close open settle range ' +
    'represent account equal weigh measure span stretch surpass pass near approach value estimate ' +
    'put climb record forecast project expect predict set come number price peak ' +
    'double swell widen narrow hover stay fetch sell see edge inch creep tick nudge move lose gain add ' +
    'slow cool moderate quicken retreat recover rebound balloon mushroom shoot dwindle triple quadruple ' +
    'halve deteriorate swing',
)
const BE = /^(?:is|are|was|were|be|been|being|’s|'s)$/

const MOVING = /^(?:go|goes|went|gone|going|make|makes|made|making)$/

/** Verbs that put their object at a level: "raise tariffs to 25%". */
const SETTING = formsOf(
  'raise boost bring push lift take send cut slash trim lower reduce hike revise set put keep hold ' +
    'slow cool double increase decrease expand extend drive widen narrow upgrade downgrade estimate value leave miss beat exceed',
)

/** Whether a token is a verb whose subject a number measures. */
export function isLevelVerb(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  if (BE.test(word) || LEVEL.has(word)) return true
  // "have gone up 40%", "made up 22% of sales"
  if (MOVING.test(word) && /^(?:up|down)$/.test(wordAt(passage, at + 1))) return true
  return verbSenses(word).some(({ words }) => words.change)
}

/** Whether a token is a verb that changes or sets a level, even where the tagger takes it for a noun. */
export function isSettingVerb(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  // "the number of people missing at sea"
  if (word === 'missing') return false
  const isChange = SETTING.has(word) || verbSenses(word).some(({ words }) => words.change)
  if (!isChange) return false
  const pos = posAt(passage, at)
  if (pos === 'VERB') return true
  const isBare = !/^(?:DET|ADJ)$/.test(posAt(passage, at - 1))
  // Headlines: "Bank cuts rates by", "Death Toll Rises to".
  if (passage.document.spanned.field === 'HEADLINE') return isBare && at > passage.first
  return pos === 'NOUN' && /^(?:to|by|from)$/.test(wordAt(passage, at + 1)) && isBare
}
