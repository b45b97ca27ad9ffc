import { foldPlaceName } from './fold-place-name.ts'

/** Pairs that transliterations from Cyrillic and Arabic, and English usage, exchange. */
const PAIRS: readonly [string, string][] = [
  ['ov', 'iv'],
  ['ev', 'iv'],
  ['ie', 'i'],
  ['ie', 'e'],
  ['iye', 'ie'],
  ['ye', 'e'],
  ['yi', 'i'],
  ['iy', 'y'],
  ['ii', 'y'],
  ['yy', 'y'],
  ['y', 'i'],
  ['ya', 'ia'],
  ['ia', 'a'],
  ['yu', 'iu'],
  ['zhzh', 'zh'],
  ['zh', 'j'],
  ['kh', 'h'],
  ['kh', 'k'],
  ['h', 'g'],
  ['ks', 'x'],
  ['ts', 'tz'],
  ['ch', 'tch'],
  ['sh', 'sch'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['o', 'u'],
  ['e', 'i'],
  ['a', 'e'],
  ['q', 'k'],
  ['v', 'w'],
  ['ll', 'l'],
  ['ss', 's'],
  ['nn', 'n'],
  ['tt', 't'],
  ['al ', ''],
  ['el ', 'al '],
  ['ah', 'a'],
]
const MIN_LENGTH = 5

/**
 * Other spellings of a place's name, one exchange away: "siversk" for Sieversk, "zaporizhzhia"
 * for Zaporizhia. Folded, without the name itself; most turn out to be nothing.
 */
export function respellPlaceName(name: string): readonly string[] {
  const key = foldPlaceName(name)
  if (key.length < MIN_LENGTH) return []
  const spellings = new Set<string>()
  for (const [one, other] of PAIRS) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      if (from === '') continue
      for (let at = key.indexOf(from); at !== -1; at = key.indexOf(from, at + 1)) {
        spellings.add(key.slice(0, at) + to + key.slice(at + from.length))
      }
    }
  }
  spellings.delete(key)
  return [...spellings]
}
