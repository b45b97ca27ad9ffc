import { stateSenses } from '../events/event-words.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { isAttached, type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import { dimensionOfAdjective } from './dimension.ts'
import { isPlural } from './plural.ts'
import { type NounPhrase, readNounPhrase } from './read-noun-phrase.ts'

type Counted = Pick<Site, 'phrase' | 'next' | 'part' | 'elided'>

const AGAIN = /^(?:more|other|others|additional|further|extra)$/
/** Nouns that a hyphen may join to their number as the thing counted: "a 12-member council". */
const JOINED =
  /^(?:member|person|people|seat|vote|man|woman|strong|odd|plus|drone|missile|run|goal|bed|room)$/
const PRONOUN = /^(?:them|whom|which|these|those|us|you)$/
const INNER_WORDS =
  /^(?:the|these|those|its|their|his|her|my|your|all|a|an|our|some|about|more|than|at|least|last|past|first|next|previous|final|total|nearly|around|over|almost)$/
/** What money is given as: "$3m in aid", "€2bn worth of debt". */
const MONEY_LINK = /^(?:in|of|worth)$/

/**
 * Reads the thing counted right after a number; null where the number only describes ("a
 * three-point plan").
 */
export function readCounted(
  passage: Passage,
  number: NumberReading,
  following: NumberReading | null,
): Counted | null {
  const { kind } = number
  const next = overQuote(passage, number)
  // "one child in twelve"
  const isInside = kind === 'RATIO' && posAt(passage, number.first + 1) === 'NOUN'
  if (isInside && wordAt(passage, number.first) === 'one') {
    const noun = number.first + 1
    return { phrase: { first: noun, head: noun, next: noun + 1 }, next, part: null, elided: false }
  }
  const none: Counted = { phrase: null, next, part: null, elided: false }
  // "a third lack toilets"
  const isSubject = kind === 'RATIO' && wordAt(passage, number.first) === 'a'
  if (kind === 'SCORE' || (isSubject && !/^(?:of|-)$/.test(wordAt(passage, next)))) return none
  // "one in five adults", "nine out of ten households"
  const isOneIn = kind === 'RATIO' && posAt(passage, next - 1) === 'NUM'
  const counted = isOneIn || (kind === 'COUNT' && number.value !== 1)
  if (wordAt(passage, next) === '-' && isAttached(passage, next)) {
    return kind === 'COUNT' ? readJoined(passage, next) : readPlain(passage, next + 1, { counted })
  }
  if (/^(?:others|none)$/.test(wordAt(passage, number.first)) && wordAt(passage, next) !== 'of') {
    return { ...none, elided: true }
  }
  if (kind === 'MONEY') return readMoneyUse(passage, next) ?? readPlain(passage, next, { counted })
  if (kind === 'RATIO' && following?.first === next + 1 && posAt(passage, next) === 'DET') {
    return readOfNumber(passage, following)
  }
  return readOf(passage, next, { counted, following }) ?? readPlain(passage, next, { counted })
}

/** '"around 30" militants': the quote ends between the number and what it counts. */
function overQuote(passage: Passage, { first, next }: NumberReading): number {
  if (!/^["”’']$/.test(wordAt(passage, next)) || !isNounAt(passage, next + 1)) return next
  const isOpened = [1, 2, 3, 4].some((step) => /^["“‘']$/.test(wordAt(passage, first - step)))
  return isOpened ? next + 1 : next
}

const isNounAt = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|ADJ)$/.test(posAt(passage, at))

function readJoined(passage: Passage, hyphen: number): Counted | null {
  const noun = wordAt(passage, hyphen + 1)
  if (!JOINED.test(noun) && !isMargin(passage, hyphen + 1)) return null
  // "a 300-strong crowd", "some 20-odd boats"
  const strong = /^(?:strong|odd|plus)$/.test(noun)
  const first = strong ? hyphen + 2 : hyphen + 1
  const phrase = strong
    ? readNounPhrase(passage, first, 'COUNTED')
    : { first, head: first, next: first + 1 }
  return { phrase, next: phrase?.next ?? hyphen + 2, part: null, elided: false }
}

/** "an 18-point deficit", not "a three-point plan". */
const isMargin = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === 'point' &&
  /^(?:deficit|lead|margin|drop|fall|rise|gap|advantage|win|victory|loss|swing|penalty|cushion)$/.test(
    wordAt(passage, at + 1),
  )

function readMoneyUse(passage: Passage, next: number): Counted | null {
  let first = next
  while (MONEY_LINK.test(wordAt(passage, first))) first += 1
  if (first === next || isNameAt(passage, first)) return null
  // "raised $50m in a funding round" says how, not what.
  if (wordAt(passage, first - 1) === 'in' && posAt(passage, first) === 'DET') return null
  const phrase = readNounPhrase(passage, skipInner(passage, first))
  return phrase && whole(phrase)
}

/** "$3m in Kyiv" says where, not what for. */
const isNameAt = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'PROPN' &&
  !/^(?:NOUN|ADJ)$/.test(posAt(passage, at + 1)) &&
  /^\p{Lu}/u.test(tokenAt(passage, at)?.text ?? '')

interface OfOptions {
  readonly counted: boolean
  readonly following: NumberReading | null
}

function readOf(passage: Passage, at: number, options: OfOptions): Counted | null {
  const out = wordAt(passage, at) === 'out' ? 1 : 0
  if (wordAt(passage, at + out) !== 'of') return null
  const start = at + out + 1
  const word = wordAt(passage, start)
  if (word === 'others') return { phrase: null, next: start + 1, part: null, elided: true }
  if (PRONOUN.test(word) && !isNounAhead(passage, start + 1, word)) {
    return readOfPronoun(passage, start)
  }
  const first = skipInner(passage, start)
  const { counted, following } = options
  if (following?.kind === 'COUNT' && isPast(passage, first, following.first)) {
    return readOfNumber(passage, following)
  }
  // "a fifth of the world's oil": the noun is past its owner.
  const phrase = readNounPhrase(
    passage,
    first,
    counted ? 'COUNTED' : first > start ? 'JOINED' : 'NOUN',
  )
  const found = phrase ?? readState(passage, first)
  return found && { ...whole(found), part: first > start ? 'OF_PHRASE' : null }
}

/** "28 of 31 drones", "half the 4,300 patients": the noun stands behind the whole. */
function readOfNumber(passage: Passage, whole: NumberReading): Counted {
  const phrase = readNounPhrase(passage, skipAgain(passage, whole.next), 'COUNTED')
  return { phrase, next: phrase?.next ?? whole.next, part: 'OF_NUMBER', elided: !phrase }
}

/** "11 of the injured" */
function readState(passage: Passage, at: number): NounPhrase | null {
  return stateSenses(wordAt(passage, at)).some(({ words }) => words.people)
    ? { first: at, head: at, next: at + 1 }
    : null
}

/** "of 31", "of the town's 24,000": the whole follows at once or past its owner. */
function isPast(passage: Passage, first: number, number: number): boolean {
  if (first === number) return true
  return number - first <= 5 && /^['’]s?$/.test(wordAt(passage, number - 1))
}

const whole = (phrase: NounPhrase): Counted => ({
  phrase,
  next: phrase.next,
  part: null,
  elided: false,
})

const isNounAhead = (passage: Passage, at: number, word: string): boolean =>
  /^(?:these|those)$/.test(word) && /^(?:NOUN|ADJ)$/.test(posAt(passage, at))

/** "12 of them children", "five of whom were women": the noun behind says which part. */
function readOfPronoun(passage: Passage, pronoun: number): Counted {
  const be = /^(?:were|was|are|is)$/.test(wordAt(passage, pronoun + 1)) ? 1 : 0
  const noun = pronoun + 1 + be
  // "19 of them Filipino" says what they are, "19 of them Filipinos" counts them.
  const isNoun =
    posAt(passage, noun) === 'PROPN' ? isPlural(wordAt(passage, noun)) : isNounAt(passage, noun)
  const phrase = isNoun ? readNounPhrase(passage, noun, 'COUNTED') : null
  return { phrase, next: phrase?.next ?? pronoun + 1, part: 'OF_PRONOUN', elided: !phrase }
}

function readPlain(
  passage: Passage,
  at: number,
  { counted }: { readonly counted: boolean },
): Counted {
  const first = skipAgain(passage, at)
  const phrase = readNounPhrase(passage, first, counted ? 'COUNTED' : 'NOUN')
  // "snow 90 centimetres deep cut off the village"; but "a 6 metre high wall"
  const isDimension = !counted && dimensionOfAdjective(wordAt(passage, first)) !== null
  if (isDimension && wordAt(passage, at - 1) !== '-' && posAt(passage, at - 3) !== 'DET') {
    return { phrase: null, next: at, part: null, elided: false }
  }
  if (phrase && isForecaster(passage, phrase)) {
    return { phrase: null, next: at, part: null, elided: true }
  }
  if (phrase) return whole(phrase)
  // "4,000 fewer than analysts expected"
  const isCompared =
    /^(?:fewer|more|less)$/.test(wordAt(passage, at)) && wordAt(passage, at + 1) === 'than'
  const elided = isCompared || /^(?:others|other|more)$/.test(wordAt(passage, first - 1))
  return { phrase: null, next: first, part: null, elided }
}

/** "beating the 443,919 analysts had forecast": they are not counted, they counted. */
const isForecaster = (passage: Passage, { head, next }: NounPhrase): boolean =>
  /^(?:analysts|economists|experts|forecasters|investors|traders|street|markets?)$/.test(
    wordAt(passage, head),
  ) &&
  /^(?:had|have|were)$/.test(wordAt(passage, next)) &&
  /^(?:expected|forecast|forecasted|predicted|estimated|projected|anticipated|expecting|forecasting)$/.test(
    wordAt(passage, next + 1),
  )

function skipAgain(passage: Passage, at: number): number {
  // "300 or more barns", "300+ barns"
  const isOr =
    wordAt(passage, at) === 'or' && /^(?:more|so|fewer|less)$/.test(wordAt(passage, at + 1))
  let first = isOr ? at + 2 : wordAt(passage, at) === '+' ? at + 1 : at
  while (AGAIN.test(wordAt(passage, first)) && first < at + 3) first += 1
  return first
}

function skipInner(passage: Passage, at: number): number {
  let first = at
  while (INNER_WORDS.test(wordAt(passage, first)) && first < at + 5) first += 1
  return first
}
