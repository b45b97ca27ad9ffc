import type { HashIndex } from './hash-index.ts'
import { extendHash, finishHash, foldWord } from './word-key.ts'

/**
 * What a listed name is known as. The position is the bit in the lexicon's masks; the first PHRASES
 * kinds may span several tokens, the rest are single cue words.
 */
export const NAME_KINDS = [
  'city-large',
  'city-middle',
  'city-small',
  'country',
  'demonym',
  'region',
  'given-name',
  'rare-given-name',
  'surname',
  'organization',
  'club',
  'affairs-person',
  'affairs-place',
  'title-cue',
  'organization-cue',
  'place-cue',
] as const

export type NameKind = (typeof NAME_KINDS)[number]

const PHRASE_KINDS = 13
const PHRASE_MASK = (1 << PHRASE_KINDS) - 1
const LONGEST_PHRASE = 6
const SPACE = ' '

/** Bits a token can have: each phrase kind alone or inside a longer name, then the cues. */
export const LEXICON_FLAGS = NAME_KINDS.length + PHRASE_KINDS

export interface Lexicon {
  readonly index: HashIndex
  readonly kinds: Uint16Array
}

export function phraseKey(tokens: readonly string[]): number {
  return finishHash(extendHash(tokens.map(foldWord).join(SPACE)))
}

/**
 * One mask a token: bits 0.. for names that are this token alone and cues, then PHRASE_KINDS bits for
 * longer names it is part of. Names count only where their first and last words are capitalised.
 */
export function lexiconMasks(lexicon: Lexicon, words: readonly string[]): Uint32Array {
  const masks = new Uint32Array(words.length)
  const folded = words.map(foldWord)
  for (let first = 0; first < words.length; first += 1) {
    const capital = startsName(words[first] as string)
    let state = extendHash(folded[first] as string)
    const alone = kindsOf(lexicon, finishHash(state))
    masks[first] = (masks[first] as number) | (capital ? alone : alone & ~PHRASE_MASK)
    if (!capital) continue
    const end = Math.min(words.length, first + LONGEST_PHRASE)
    for (let last = first + 1; last < end; last += 1) {
      state = extendHash(folded[last] as string, extendHash(SPACE, state))
      if (!startsName(words[last] as string)) continue
      const kinds = kindsOf(lexicon, finishHash(state)) & PHRASE_MASK
      if (kinds === 0) continue
      const bits = (kinds << NAME_KINDS.length) >>> 0
      for (let k = first; k <= last; k += 1) masks[k] = ((masks[k] as number) | bits) >>> 0
    }
  }
  return masks
}

function kindsOf(lexicon: Lexicon, hash: number): number {
  const row = lexicon.index.find(hash)
  return row < 0 ? 0 : (lexicon.kinds[row] as number)
}

function startsName(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase() || (first >= '0' && first <= '9')
}
