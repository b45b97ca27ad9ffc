import { matchAt } from '../match-at.ts'
import { ONES, SCALES, TENS } from './number-words.ts'
import type { Cardinal } from './read-cardinal.ts'

const WORD = /[A-Za-z]+(?!['’]?[A-Za-z])/y
const QUARTER_OF_A =
  /(?:a quarter|one quarter|three[ -]quarters) of a (?=(?:million|billion|trillion)\b)/iy
const HALF_A = /half[ -]an? (?=(?:dozen|hundred|thousand|(?:m|b|tr)illion)\b)/iy
const A = /an? (?=(?:dozen|hundred|thousand|(?:m|b|tr)illion)\b)/iy
const AND_A_HALF = /[ -]and[ -]a[ -]half/iy
const GAP = /[ -]/y
const GAP_AFTER_SCALE = /[ -](?:and )?/y

/** No number takes more; a longer run of number words is none. */
const MAX_WORDS = 16

/** What the last word of a number was; it decides which may follow. */
type Last = 'NOTHING' | 'ONE' | 'TEN' | 'SCALE'

/** Reads a number written in words: "half a million", "a dozen", "two hundred and five". */
export function readNumberWords(text: string, offset: number): Cardinal | null {
  const quarter = matchAt(QUARTER_OF_A, text, offset)
  if (quarter) {
    const parts = /^three/i.test(quarter[0]) ? 0.75 : 0.25
    return readSequence(text, offset + quarter[0].length, parts)
  }
  const half = matchAt(HALF_A, text, offset)
  if (half) return readSequence(text, offset + half[0].length, 0.5)
  const article = matchAt(A, text, offset)
  return article
    ? readSequence(text, offset + article[0].length, 1)
    : readSequence(text, offset, null)
}

/** Number words one after another. `given` is the 1 of "a hundred". */
function readSequence(text: string, offset: number, given: number | null): Cardinal | null {
  let total = 0
  let group = given ?? 0
  let scale = 1
  let last: Last = given === null ? 'NOTHING' : 'ONE'
  let end = offset
  for (let next = offset, count = 0; count < MAX_WORDS; count += 1) {
    const word = matchAt(WORD, text, next)?.[0].toLowerCase() ?? ''
    const kind = kindOf(word, last)
    if (kind === null) break
    if (kind !== 'SCALE') group += ONES.get(word) ?? TENS.get(word) ?? 0
    else {
      const factor = SCALES.get(word) ?? 1
      scale = factor
      if (factor === 100) group *= 100
      else {
        total += group * factor
        group = 0
      }
    }
    last = kind
    end = next + word.length
    const half = last === 'ONE' ? matchAt(AND_A_HALF, text, end) : null
    if (half) {
      group += 0.5
      end += half[0].length
    }
    const gap = matchAt(last === 'SCALE' ? GAP_AFTER_SCALE : GAP, text, end)
    if (!gap) break
    next = end + gap[0].length
  }
  return end === offset ? null : { value: total + group, end, scale }
}

/** What a word adds to the number so far; null where it cannot continue one. */
function kindOf(word: string, last: Last): Last | null {
  const one = ONES.get(word)
  if (one !== undefined) {
    return last === 'NOTHING' || last === 'SCALE' || (last === 'TEN' && one < 10) ? 'ONE' : null
  }
  if (TENS.has(word)) return last === 'NOTHING' || last === 'SCALE' ? 'TEN' : null
  return SCALES.has(word) && last !== 'NOTHING' ? 'SCALE' : null
}
