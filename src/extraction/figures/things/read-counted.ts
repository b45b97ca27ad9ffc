import type { NumberReading } from '../numbers/number-reading.ts'
import { isAttached, type Passage, posAt, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import { readNounPhrase } from './read-noun-phrase.ts'

type Counted = Pick<Site, 'phrase' | 'next' | 'part' | 'elided'>

const AGAIN = /^(?:more|other|others|additional|further|extra)$/
/** Nouns that a hyphen may join to their number as the thing counted: "a 12-member council". */
const JOINED =
  /^(?:member|person|people|seat|vote|man|woman|strong|drone|missile|run|goal|bed|room)$/
const PRONOUN = /^(?:them|whom|which|these|those|us|you)$/

/** Reads the thing counted right after a number; null where the number only describes ("a three-point plan"). */
export function readCounted(
  passage: Passage,
  number: NumberReading,
  following: NumberReading | null,
): Counted | null {
  const { next, kind } = number
  const none: Counted = { phrase: null, next, part: null, elided: false }
  if (kind === 'SCORE') return none
  if (wordAt(passage, next) === '-' && isAttached(passage, next)) {
    return kind === 'COUNT' ? readJoined(passage, next) : readPlain(passage, next + 1, none)
  }
  if (kind !== 'COUNT' && kind !== 'RATIO') return readPlain(passage, next, none)
  if (wordAt(passage, number.first) === 'others') return { ...none, elided: true }
  return readOf(passage, next, following) ?? readPlain(passage, next, none)
}

function readJoined(passage: Passage, hyphen: number): Counted | null {
  const noun = wordAt(passage, hyphen + 1)
  if (!JOINED.test(noun)) return null
  const strong = noun === 'strong'
  const first = strong ? hyphen + 2 : hyphen + 1
  const phrase = strong ? readNounPhrase(passage, first) : { first, head: first, next: first + 1 }
  return { phrase, next: phrase?.next ?? hyphen + 2, part: null, elided: false }
}

function readOf(passage: Passage, at: number, following: NumberReading | null): Counted | null {
  const out = wordAt(passage, at) === 'out' ? 1 : 0
  if (wordAt(passage, at + out) !== 'of') return null
  let first = at + out + 1
  const word = wordAt(passage, first)
  if (PRONOUN.test(word) && !isNounAhead(passage, first + 1, word))
    return readOfPronoun(passage, first)
  let definite = false
  while (
    /^(?:the|these|those|its|their|his|her|all|a|an|our|some|about|more|than|at|least)$/.test(
      wordAt(passage, first),
    )
  ) {
    definite = true
    first += 1
  }
  if (following && following.first === first && following.kind === 'COUNT') {
    const phrase = readNounPhrase(passage, skipAgain(passage, following.next))
    return { phrase, next: phrase?.next ?? following.next, part: 'OF_NUMBER', elided: !phrase }
  }
  const phrase = readNounPhrase(passage, first)
  return phrase && { phrase, next: phrase.next, part: definite ? 'OF_PHRASE' : null, elided: false }
}

const isNounAhead = (passage: Passage, at: number, word: string): boolean =>
  /^(?:these|those)$/.test(word) && /^(?:NOUN|ADJ)$/.test(posAt(passage, at))

/** "12 of them children", "five of whom were women": the noun behind says which part. */
function readOfPronoun(passage: Passage, pronoun: number): Counted {
  const be = /^(?:were|was|are|is)$/.test(wordAt(passage, pronoun + 1)) ? 1 : 0
  const isNoun = /^(?:NOUN|ADJ|PROPN)$/.test(posAt(passage, pronoun + 1 + be))
  const phrase = isNoun ? readNounPhrase(passage, pronoun + 1 + be) : null
  return { phrase, next: phrase?.next ?? pronoun + 1, part: 'OF_PRONOUN', elided: !phrase }
}

function readPlain(passage: Passage, at: number, none: Counted): Counted {
  const first = skipAgain(passage, at)
  const word = wordAt(passage, first - 1)
  const phrase = readNounPhrase(passage, first)
  if (!phrase) return { ...none, next: first, elided: /^(?:others|other|more)$/.test(word) }
  return { ...none, phrase, next: phrase.next }
}

function skipAgain(passage: Passage, at: number): number {
  let first = at
  while (AGAIN.test(wordAt(passage, first)) && first < at + 3) first += 1
  return first
}
