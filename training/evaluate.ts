/** Strict scores on the held-out documents and words/s. Usage: evaluate.ts DATA MODEL.bin KERNEL.wasm */
import { readFileSync } from 'node:fs'
import { makeConsistent } from '../src/extraction/tagger/consistency.ts'
import { HashIndex } from '../src/extraction/tagger/hash-index.ts'
import { readModelFile } from '../src/extraction/tagger/model-file.ts'
import { Tagger } from '../src/extraction/tagger/tagger.ts'
import type { Name } from './conll.ts'
import { readSet, SETS } from './sets.ts'

const [dataFolder = '', modelPath = '', kernelPath = ''] = process.argv.slice(2)
const modelFile = new Uint8Array(readFileSync(modelPath)).buffer
const tagger = new Tagger(modelFile, new Uint8Array(readFileSync(kernelPath)))
const model = readModelFile(modelFile)
const lexicon = {
  index: new HashIndex(model.words('lexiconHashes')),
  kinds: model.shorts('lexiconKinds'),
}

class Tally {
  readonly #counts = new Map<string, { hit: number; found: number; gold: number }>()

  add(gold: readonly Name[], found: readonly Name[]): void {
    for (const tag of ['all', 'PER', 'LOC', 'ORG']) {
      const of = (names: readonly Name[]) => names.filter((n) => tag === 'all' || n.tag === tag)
      const count = this.#counts.get(tag) ?? { hit: 0, found: 0, gold: 0 }
      const same = (a: Name) =>
        gold.some((b) => a.start === b.start && a.end === b.end && a.tag === b.tag)
      count.hit += of(found).filter(same).length
      count.found += of(found).length
      count.gold += of(gold).length
      this.#counts.set(tag, count)
    }
  }

  toString(): string {
    const percent = (a: number, b: number) => ((100 * a) / (b || 1)).toFixed(1)
    return [...this.#counts]
      .map(([tag, { hit, found, gold }]) =>
        tag === 'all'
          ? `F ${percent(2 * hit, found + gold)} P ${percent(hit, found)} R ${percent(hit, gold)}`
          : `${tag} ${percent(2 * hit, found + gold)}`,
      )
      .join(' ')
  }
}

let words = 0
let micros = 0
for (const set of Object.keys(SETS)) {
  const alone = new Tally()
  const consistent = new Tally()
  for (const document of readSet(dataFolder, set, lexicon).held) {
    const sentences = document.map((sentence) => sentence.words)
    const before = process.cpuUsage()
    const found = tagger.tag(sentences)
    const used = process.cpuUsage(before)
    micros += used.user + used.system
    const repaired = makeConsistent(sentences, found)
    for (const [s, { names, words: tokens }] of document.entries()) {
      alone.add(names, found[s] ?? [])
      consistent.add(names, repaired[s] ?? [])
      words += tokens.length
    }
  }
  console.log(`${set}: ${alone}\n  consistent: ${consistent}`)
}
console.log(`${Math.round((1e6 * words) / micros)} words a CPU second, cold`)
