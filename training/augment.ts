import type { EntityTag, Name, Sentence } from './conll.ts'
import type { Random } from './random.ts'

/** Names to put in place of others, by tag and by "one word" or "several". */
export type NamePool = Readonly<Record<EntityTag, readonly [string[][], string[][]]>>

/** The document with each name replaced by another of its type, the same one at each repeat. */
export function swapNames(
  document: readonly Sentence[],
  pool: NamePool,
  random: Random,
): Sentence[] {
  const chosen = new Map<string, readonly string[]>()
  return document.map(({ words, names }) => {
    const out: string[] = []
    const moved: Name[] = []
    let position = 0
    for (const name of names) {
      out.push(...words.slice(position, name.start))
      const old = words.slice(name.start, name.end)
      const key = `${name.tag} ${old.join(' ')}`
      const capitalised = old.every((word) => word !== word.toUpperCase() || word.length < 2)
      const replacement =
        chosen.get(key) ??
        (capitalised && random.next() < 0.7
          ? random.pick(pool[name.tag][old.length > 1 ? 1 : 0])
          : old)
      chosen.set(key, replacement)
      moved.push({ start: out.length, end: out.length + replacement.length, tag: name.tag })
      out.push(...replacement)
      position = name.end
    }
    out.push(...words.slice(position))
    return { words: out, names: moved }
  })
}

export function toCapitals({ words, names }: Sentence): Sentence {
  return { words: words.map((word) => word.toUpperCase()), names }
}

/** Words that headlines leave small. */
const SMALL = new Set('a an and as at but by for from in of on or over the to with s nt'.split(' '))

/** Headline case, without the final stop. */
export function toTitleCase({ words, names }: Sentence, everyWord: boolean): Sentence {
  const kept = words.at(-1) === '.' ? words.slice(0, -1) : words
  const cased = kept.map((word, i) =>
    i > 0 && !everyWord && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
  return { words: cased, names: names.filter((name) => name.end <= kept.length) }
}
