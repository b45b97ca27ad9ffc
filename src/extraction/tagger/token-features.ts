import { type Lexicon, lexiconMasks } from './lexicon.ts'

/** Letters the character layer knows; 0 pads, 1 is any other character. */
const ALPHABET =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.\'&,/()$%:;!?"#@_áéíóúüöäçñ’'
/** Longer words keep their first and last eight letters: prefixes and endings carry the type. */
export const WORD_LETTERS = 16
const codes = new Map([...ALPHABET].map((letter, i) => [letter, i + 2]))

export function characterCodes(word: string): Uint8Array {
  const letters = [...word]
  const half = WORD_LETTERS / 2
  const kept =
    letters.length <= WORD_LETTERS ? letters : [...letters.slice(0, half), ...letters.slice(-half)]
  const out = new Uint8Array(WORD_LETTERS)
  for (const [i, letter] of kept.entries()) out[i] = codes.get(letter) ?? 1
  return out
}

/** 1 ALL CAPS, 2 Capitalised, 3 other capital start, 4 lower, 5 has a digit, 6 inner capital, 7 other. */
export function shapeOf(word: string): number {
  const upper = word.toUpperCase()
  const lower = word.toLowerCase()
  const cased = upper !== lower
  if (cased && word === upper && word.length > 1) return 1
  const rest = word.slice(1)
  const first = word.charAt(0)
  if (first !== first.toLowerCase()) return rest !== '' && rest === rest.toLowerCase() ? 2 : 3
  if (cased && word === lower) return 4
  if (/\d/.test(word)) return 5
  return cased ? 6 : 7
}

/** Bits after the lexicon's: what the rest of the document says about this word. */
const CONTEXT = {
  /** The word also stands in lower case. */
  lowerElsewhere: 0,
  /** The word also stands capitalised inside a sentence of ordinary case. */
  capitalInside: 1,
  /** The sentence is in capitals. */
  capitals: 2,
  /** The sentence capitalises most words, as headlines do. */
  titleCase: 3,
  first: 4,
  repeated: 5,
} as const

/** For each sentence one mask of FLAGS bits a token, as two words: lexicon, context. */
export interface SentenceFlags {
  readonly lexicon: Uint32Array
  readonly context: Uint8Array
}

export function documentFlags(
  lexicon: Lexicon,
  sentences: readonly (readonly string[])[],
): SentenceFlags[] {
  const casing = sentences.map(sentenceCasing)
  const lowers = new Set<string>()
  const inside = new Set<string>()
  const counts = new Map<string, number>()
  for (const [s, words] of sentences.entries()) {
    for (const [i, word] of words.entries()) {
      const lower = word.toLowerCase()
      if (word[0] === lower[0]) lowers.add(lower)
      else {
        counts.set(lower, (counts.get(lower) ?? 0) + 1)
        if (i > 0 && casing[s] === 'ordinary') inside.add(lower)
      }
    }
  }
  return sentences.map((words, s) => {
    const context = new Uint8Array(words.length)
    for (const [i, word] of words.entries()) {
      const lower = word.toLowerCase()
      context[i] =
        (lowers.has(lower) ? 1 << CONTEXT.lowerElsewhere : 0) |
        (inside.has(lower) ? 1 << CONTEXT.capitalInside : 0) |
        (casing[s] === 'capitals' ? 1 << CONTEXT.capitals : 0) |
        (casing[s] === 'title' ? 1 << CONTEXT.titleCase : 0) |
        (i === 0 ? 1 << CONTEXT.first : 0) |
        ((counts.get(lower) ?? 0) > 1 ? 1 << CONTEXT.repeated : 0)
    }
    return { lexicon: lexiconMasks(lexicon, words), context }
  })
}

/** How a sentence uses capitals; most headlines are not ordinary. */
export function sentenceCasing(words: readonly string[]): 'ordinary' | 'capitals' | 'title' {
  let cased = 0
  let capitals = 0
  let capitalised = 0
  for (const word of words) {
    const upper = word.toUpperCase()
    if (upper === word.toLowerCase()) continue
    cased += 1
    if (word === upper) capitals += 1
    if (word[0] === upper[0]) capitalised += 1
  }
  if (cased >= 3 && capitals > 0.75 * cased) return 'capitals'
  return cased >= 4 && capitalised > 0.75 * cased ? 'title' : 'ordinary'
}
