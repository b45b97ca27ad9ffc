import { speechKind } from '../attribution/speech-verbs.ts'
import { isAttached, type Passage, posAt, wordAt } from '../passage.ts'
import { isLevelVerb } from './level-verbs.ts'

const REACH = 32
const VERBS = 7
const CLAUSE_STARTS =
  /^(?:[;:()“”"–—]|that|which|who|whose|while|but|because|although|though|as|when|after|before|if|said|says|say|reported|announced|showed|shows|told|added|warned|estimated|where|and)$/

/** Verbs that the tagger may take for nouns. */
const FORECAST = /^(?:forecasts?|estimates?|projects?)$/

/** Tokens of a subject: `next` is its verb. */
export interface Subject {
  readonly first: number
  readonly next: number
}

/**
 * The subject of the verbs that end at a token ("has since risen"); null where no verb stands there
 * or its subject is only a pronoun.
 */
export function subjectBefore(passage: Passage, at: number): Subject | null {
  const verb = firstVerb(passage, at)
  if (verb === null) return null
  const last = overApposition(passage, verb - 1)
  const start = clauseStart(passage, last)
  const first = phraseIn(passage, start, last)
  if (first <= last) return { first, next: verb }
  return antecedent(passage, start) ?? subjectShared(passage, start)
}

/** "Rents have doubled and now average €1,450": two verbs of one subject. */
function subjectShared(passage: Passage, start: number): Subject | null {
  if (!/^(?:and|but)$/.test(wordAt(passage, start - 1))) return null
  for (let at = start - 2; at > start - REACH; at -= 1) {
    if (/^[.;:()“”"]$|^$/.test(wordAt(passage, at))) return null
    if (/^(?:VERB|AUX)$/.test(posAt(passage, at)) && !isLink(passage, at)) {
      return subjectBefore(passage, at)
    }
  }
  return null
}

/** Participles after a noun are no verb of the clause: "the number reported". */
const isLink = (passage: Passage, at: number): boolean =>
  /(?:ed|ing)$/.test(wordAt(passage, at)) && /^(?:NOUN|ADP)$/.test(posAt(passage, at - 1))

/** "The probe, which weighs 609 kg": the noun before "which". */
function antecedent(passage: Passage, start: number): Subject | null {
  if (!/^(?:which|that|who)$/.test(wordAt(passage, start - 1))) return null
  const last = wordAt(passage, start - 2) === ',' ? start - 3 : start - 2
  let first = last + 1
  while (first > last - 7 && /^(?:NOUN|PROPN|ADJ)$/.test(posAt(passage, first - 1))) first -= 1
  return first <= last ? { first, next: last + 1 } : null
}

function firstVerb(passage: Passage, at: number): number | null {
  let first = at
  let verb: number | null = null
  while (first > at - VERBS && isVerbal(passage, first, at)) {
    if (posAt(passage, first) !== 'ADV') verb = first
    if (passage.titleCase) return first
    first -= 1
  }
  if (verb === null || /^(?:has|have|had|having)$/.test(wordAt(passage, at))) return null
  return verb
}

const isVerbal = (passage: Passage, first: number, at: number): boolean =>
  (/^(?:VERB|AUX|ADV|PART)$/.test(posAt(passage, first)) &&
    !/^['’]/.test(wordAt(passage, first))) ||
  (first === at && isLevelVerb(passage, at))

/** Before "…, United States, rose" the subject ends at the first comma. */
function overApposition(passage: Passage, last: number): number {
  if (wordAt(passage, last) !== ',') return last
  let hasVerb = false
  for (let at = last - 1; at > last - 16; at -= 1) {
    // "in Port Lind, Westmark, Borland, rose"
    if (wordAt(passage, at) === ',' && !isNameAfterComma(passage, at)) {
      const isInner = !hasVerb || /^(?:which|who|whose|where)$/.test(wordAt(passage, at + 1))
      return isInner ? at - 1 : last
    }
    hasVerb ||= /^(?:VERB|AUX)$/.test(posAt(passage, at)) && wordAt(passage, at - 1) !== ','
  }
  return last
}

/** Whether the words before a comma are only a name set off by another comma. */
function isNameAfterComma(passage: Passage, comma: number): boolean {
  let at = comma - 1
  while (posAt(passage, at) === 'PROPN' && at > comma - 6) at -= 1
  return at < comma - 1 && wordAt(passage, at) === ','
}

function clauseStart(passage: Passage, from: number): number {
  let at = from
  let hasVerb = false
  const isInfinitive = wordAt(passage, from + 1) === 'to'
  for (; at >= passage.first && at > from - REACH; at -= 1) {
    const word = wordAt(passage, at)
    if (word === ',' && at < from) break
    // "The bank expects prices to rise": what rises is the object.
    if (isInfinitive && (posAt(passage, at) === 'VERB' || FORECAST.test(word))) break
    // "the toll of the storm that struck before dawn rose": the clause inside has its own verb.
    // "the share of adults who smoke has fallen": after "who" stands a verb, whatever its tag.
    const hasOwnVerb = hasVerb || (word === 'who' && at < from)
    if (hasOwnVerb && opensInnerClause(passage, at)) {
      hasVerb = false
      continue
    }
    if (!hasVerb && isBeforeTime(passage, at)) continue
    if (speechKind(word) === 'ALWAYS' && posAt(passage, at) === 'VERB') break
    if (CLAUSE_STARTS.test(word) && !(word === 'and' && isPair(passage, at))) break
    hasVerb ||= /^(?:VERB|AUX)$/.test(posAt(passage, at))
  }
  return at + 1
}

const opensInnerClause = (passage: Passage, at: number): boolean =>
  /^(?:after|before|when|as|while|because|if|since)$/.test(wordAt(passage, at)) ||
  (/^(?:that|which|who|where)$/.test(wordAt(passage, at)) &&
    /^(?:NOUN|PROPN)$/.test(posAt(passage, at - 1)))

/** "before dawn" is a time, "before the bank cut rates" a clause. */
const isBeforeTime = (passage: Passage, at: number): boolean =>
  /^(?:before|after|since)$/.test(wordAt(passage, at)) &&
  /^(?:NOUN|PROPN|NUM)$/.test(posAt(passage, at + 1))

/** "Food and drink prices": this "and" joins two nouns. */
const isPair = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, at - 1)) &&
  /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, at + 1))

/** The first noun phrase of a clause, past what is fronted before it and who owns it. */
function phraseIn(passage: Passage, start: number, last: number): number {
  let at = start
  for (let i = start; i <= last; i += 1) {
    if (/^['’]s?$/.test(wordAt(passage, i)) && posAt(passage, i) === 'PART') at = i + 1
    if (posAt(passage, i) === 'ADP') break
  }
  if (posAt(passage, at) === 'ADP' && !isAttached(passage, at + 1))
    at = afterFronted(passage, at, last)
  while (at <= last && /^(?:DET|PRON|ADV|NUM|CCONJ)$/.test(posAt(passage, at))) {
    // "those of diesel cars fell"
    at += wordAt(passage, at + 1) === 'of' && /^th(?:ose|at)$/.test(wordAt(passage, at)) ? 2 : 1
  }
  return at
}

/** "By the end of the century sea levels": a stretch of time that a noun follows. */
const isEndOfTime = (passage: Passage, at: number): boolean =>
  /^(?:year|month|week|quarter|decade|century|season|weekend)$/.test(wordAt(passage, at)) &&
  posAt(passage, at + 1) !== 'ADP'

/** "In March sales rose": a name or date after the first preposition, then the subject. */
function afterFronted(passage: Passage, at: number, last: number): number {
  const time = [2, 3, 4, 5, 6].find((step) => isEndOfTime(passage, at + step))
  if (time !== undefined && at + time < last) return at + time + 1
  let next = at + 1
  while (next <= last && /^(?:DET|ADJ|PROPN|NUM)$/.test(posAt(passage, next))) next += 1
  // "Among those aged 16 to 24 the rate was": an article that no preposition governs.
  for (let i = last; i > at + 1; i -= 1) {
    const isFree = /^(?:NOUN|NUM|PROPN|VERB)$/.test(posAt(passage, i - 1))
    if (posAt(passage, i) === 'DET' && isFree) return i
  }
  return next
}
