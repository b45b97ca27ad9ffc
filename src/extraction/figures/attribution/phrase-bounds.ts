import { isAttached, type Passage, posAt, wordAt } from '../passage.ts'

const MAX_WORDS = 16
const INNER_PREPOSITIONS = /^(?:of|for|in|at|from|with|on|to|by|against)$/
const ISSUED =
  /^(?:published|released|issued|compiled|seen|obtained|cited|posted|carried|gathered|collected|conducted|provided|reviewed|made)$/

/** The first token of the noun phrase that ends before `next`, walking to the left. */
export function phraseStart(
  passage: Passage,
  next: number,
  { dateTokens }: { readonly dateTokens: ReadonlySet<number> },
): number {
  let first = next
  while (
    first > passage.first &&
    first > next - MAX_WORDS &&
    !dateTokens.has(first - 1) &&
    extendsLeft(passage, first - 1)
  ) {
    first -= 1
  }
  while (first < next && /^(?:ADP|CCONJ|PUNCT|PART)$/.test(posAt(passage, first))) first += 1
  return first
}

function extendsLeft(passage: Passage, at: number): boolean {
  const word = wordAt(passage, at)
  const before = posAt(passage, at - 1)
  switch (posAt(passage, at)) {
    case 'NOUN':
    case 'PROPN':
    case 'ADJ':
    case 'NUM':
      return true
    case 'DET':
      return word !== 'that'
    case 'PART':
      return /^['’]s?$/.test(word)
    case 'ADP':
      if (ISSUED.test(wordAt(passage, at - 1))) return true
      return INNER_PREPOSITIONS.test(word) && /^(?:NOUN|PROPN|ADJ)$/.test(before)
    case 'CCONJ':
      // "Researchers from the University and the Institute"
      return before === 'PROPN' && /^(?:PROPN|DET)$/.test(posAt(passage, at + 1))
    case 'PUNCT':
      return isHyphen(passage, at)
    case 'PRON':
      return /^(?:its|their|his|her|our)$/.test(word)
    case 'VERB':
      // "a leading think tank", "a study published in", "Hamas-run authorities"
      if (isHyphen(passage, at - 1) || (ISSUED.test(word) && before === 'NOUN')) return true
      return /^(?:DET|ADJ)$/.test(before) && /(?:ing|ed)$/.test(word)
    default:
      return isHyphen(passage, at - 1)
  }
}

/** The token after the noun phrase that starts at `first`, walking to the right. */
export function phraseEnd(
  passage: Passage,
  first: number,
  { dateTokens }: { readonly dateTokens: ReadonlySet<number> },
): number {
  let at = first
  while (at < passage.last && at < first + MAX_WORDS && extendsRight(passage, at, first)) {
    if (dateTokens.has(at)) break
    at += 1
  }
  // "figures compiled by Norda show": the tagger takes the verb for a noun.
  if (/^(?:show|suggest|indicate)s?$/.test(wordAt(passage, at - 1))) at -= 1
  while (at > first && /^(?:ADP|CCONJ|DET|PART)$/.test(posAt(passage, at - 1))) {
    if (/^['’]s$/.test(wordAt(passage, at - 1))) break
    at -= 1
  }
  return at
}

function extendsRight(passage: Passage, at: number, first: number): boolean {
  const word = wordAt(passage, at)
  switch (posAt(passage, at)) {
    case 'PUNCT':
      return isHyphen(passage, at)
    case 'VERB':
      if (isHyphen(passage, at - 1)) return true
      return ISSUED.test(word) || (/(?:ing|ed)$/.test(word) && posAt(passage, at + 1) === 'NOUN')
    case 'AUX':
    case 'SCONJ':
    case 'ADV':
      return false
    case 'CCONJ':
      return posAt(passage, at + 1) !== 'VERB' && posAt(passage, at + 1) !== 'NUM'
    case 'PRON':
      return !/^(?:who|which|that|it|he|she|they|we)$/.test(word)
    case 'NUM':
      // "citing two officials", "a poll of 1,004 adults"
      return at === first || wordAt(passage, at - 1) === 'of'
    default:
      return true
  }
}

const isHyphen = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === '-' && isAttached(passage, at) && isAttached(passage, at + 1)
