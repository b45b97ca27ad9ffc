import type { TaggedName } from './tagger.ts'
import { sentenceCasing } from './token-features.ts'
import type { TAGS } from './viterbi.ts'

type Tag = (typeof TAGS)[number]
const LONGEST_REPEAT = 5
/** How much more a type must weigh, by the confidence of its mentions, to replace another. */
const CLEAR_LEAD = 1.3
/** For a name the network passed over but found elsewhere in the article. */
const REPEAT_CONFIDENCE = 0.5

/**
 * One sense per article: a name takes the type that most of its mentions have, a surname is the person named
 * in full before, and a name found once is found wherever it is repeated.
 */
export function makeConsistent(
  sentences: readonly (readonly string[])[],
  found: readonly (readonly TaggedName[])[],
): TaggedName[][] {
  const weights = new Map<string, Map<Tag, number>>()
  const surnames = new Set<string>()
  for (const [s, names] of found.entries()) {
    for (const name of names) {
      const words = sentences[s]?.slice(name.start, name.end) ?? []
      const byTag = weights.get(keyOf(words)) ?? new Map<Tag, number>()
      byTag.set(name.tag, (byTag.get(name.tag) ?? 0) + name.confidence)
      weights.set(keyOf(words), byTag)
      const last = words.at(-1) ?? ''
      if (name.tag === 'PER' && words.length > 1 && last.length > 2) surnames.add(keyOf([last]))
    }
  }
  const common = new Set(sentences.flat().filter((word) => !isCapital(word)))
  const senses = new Map([...weights].map(([key, byTag]) => [key, heaviest(byTag)]))
  return found.map((names, s) => {
    const words = sentences[s] ?? []
    const kept = names.map((name) => {
      const key = keyOf(words.slice(name.start, name.end))
      const byTag = weights.get(key)
      const sense = senses.get(key) ?? name.tag
      const clear = (byTag?.get(sense) ?? 0) >= CLEAR_LEAD * (byTag?.get(name.tag) ?? 0)
      if (surnames.has(key) && sense !== 'LOC') return { ...name, tag: 'PER' as const }
      return clear ? { ...name, tag: sense } : name
    })
    return [...kept, ...repeats(words, kept, { senses, surnames, common })].sort(
      (a, b) => a.start - b.start,
    )
  })
}

interface Known {
  readonly senses: ReadonlyMap<string, Tag>
  readonly surnames: ReadonlySet<string>
  /** Words that the article also writes small: "may", "will". */
  readonly common: ReadonlySet<string>
}

function repeats(
  words: readonly string[],
  names: readonly TaggedName[],
  { senses, surnames, common }: Known,
): TaggedName[] {
  const taken = new Uint8Array(words.length)
  for (const { start, end } of names) taken.fill(1, start, end)
  const more: TaggedName[] = []
  // A capitalised neighbour would make it part of something longer, except in a headline.
  const headline = sentenceCasing(words) !== 'ordinary'
  const opens = (i: number) =>
    headline || i <= 0 || i >= words.length || taken[i] === 1 || !isCapital(words[i] ?? '')
  for (let start = 0; start < words.length; start += 1) {
    if (taken[start] || !isCapital(words[start] ?? '') || !opens(start - 1)) continue
    for (let end = Math.min(words.length, start + LONGEST_REPEAT); end > start; end -= 1) {
      if (taken.subarray(start, end).includes(1) || !opens(end)) continue
      const key = keyOf(words.slice(start, end))
      if (key.length < 3 || (end === start + 1 && common.has(key))) continue
      const tag = senses.get(key) ?? (surnames.has(key) ? 'PER' : undefined)
      if (tag === undefined) continue
      more.push({ start, end, tag, confidence: REPEAT_CONFIDENCE })
      taken.fill(1, start, end)
      break
    }
  }
  return more
}

/** Capitals and small letters mean the same name in a headline, so case does not count. */
function keyOf(words: readonly string[]): string {
  return words.join(' ').toLowerCase()
}

function heaviest(byTag: ReadonlyMap<Tag, number>): Tag {
  let best: Tag = 'LOC'
  let most = 0
  for (const [tag, weight] of byTag) if (weight > most) [best, most] = [tag, weight]
  return best
}

function isCapital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}
