import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeConsistent } from '../../../../src/extraction/tagger/consistency.ts'
import { loadTagger } from '../../../../src/extraction/tagger/load-tagger.ts'
import { TAGS } from '../../../../src/extraction/tagger/viterbi.ts'

/** What PyTorch makes of these sentences: training/write_parity.py. */
interface Row {
  readonly words: readonly string[]
  /** One score a label and word. */
  readonly scores: readonly number[]
  readonly path: readonly number[]
}
const FIXTURE = new URL('../../../fixtures/tagger-parity.json', import.meta.url)
const rows: readonly Row[] = JSON.parse(readFileSync(FIXTURE, 'utf8'))
const sentences = rows.map(({ words }) => words)
const tagger = loadTagger()

/** Label numbers of B, I, L and U for a tag, as training counts them. */
function labelsOf(length: number, tag: (typeof TAGS)[number]): number[] {
  const [begin, inside, last, unit] = [1, 2, 3, 4].map((part) => part + 4 * TAGS.indexOf(tag))
  if (length === 1) return [unit as number]
  return [begin as number, ...Array(length - 2).fill(inside), last as number]
}

describe('the tagger', () => {
  it('gives each label the score that the training code gives it', () => {
    for (const [s, scores] of tagger.labelScores(sentences).entries()) {
      const expected = rows[s]?.scores ?? []
      expect(scores).toHaveLength(expected.length)
      const worst = Math.max(...expected.map((x, i) => Math.abs(x - (scores[i] ?? 0))))
      expect(worst).toBeLessThan(0.001)
    }
  })

  it('takes the path that the training code takes', () => {
    for (const [s, names] of tagger.tag(sentences).entries()) {
      const path: number[] = Array(rows[s]?.words.length).fill(0)
      for (const { start, end, tag } of names) {
        path.splice(start, end - start, ...labelsOf(end - start, tag))
      }
      expect(path).toEqual(rows[s]?.path)
    }
  })

  it('is sure of plain names', () => {
    const [names] = tagger.tag([['Angela', 'Merkel', 'met', 'him', 'in', 'Berlin', '.']])
    expect(names?.map(({ start, end, tag }) => [start, end, tag])).toEqual([
      [0, 2, 'PER'],
      [5, 6, 'LOC'],
    ])
    for (const { confidence } of names ?? []) {
      expect(confidence).toBeGreaterThan(0.9)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  it('reads sentences without words, with empty words and longer than its memory', () => {
    expect(tagger.tag([[], ['']])).toEqual([[], []])
    const long = Array.from({ length: 1000 }, (_, i) => ['He', 'left', 'Kyiv', '.'][i % 4] ?? '')
    const [names] = tagger.tag([long])
    expect(names).toHaveLength(250)
    expect(names?.at(-1)?.start).toBe(998)
  })
})

describe('the time that the tagger takes', () => {
  const NEWS = 'Angela Merkel met Emmanuel Macron of France in Berlin and left'.split(' ')
  const long = (words: number): string[] =>
    Array.from({ length: words }, (_, i) => NEWS[i % NEWS.length] ?? '')

  it.each([
    ['one sentence', (words: number) => [long(words)]],
    ['many sentences', (words: number) => Array.from({ length: words / 11 }, () => long(11))],
    ['one word in capitals', (words: number) => [Array<string>(words).fill('KYIV')]],
    ['numbers', (words: number) => [Array.from({ length: words }, (_, i) => `${i * 7919}`)]],
  ])('grows with the text and no faster: %s', (_, text) => {
    const short = readsPerWord(text(1100))
    const far = readsPerWord(text(5500))
    expect(short).toBeGreaterThan(1)
    expect(far).toBeLessThan(short * 1.1)
  })

  /** How often the network, the paths and the repeats read a word. */
  function readsPerWord(text: readonly string[][]): number {
    let reads = 0
    const counted = text.map(
      (words) =>
        new Proxy(words, {
          get(target, key, receiver) {
            if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
            return Reflect.get(target, key, receiver)
          },
        }),
    )
    makeConsistent(counted, tagger.tag(counted))
    return reads / text.flat().length
  }
})
