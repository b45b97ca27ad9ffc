import { HashIndex } from './hash-index.ts'
import type { Lexicon } from './lexicon.ts'
import { readModelFile } from './model-file.ts'
import { MOST_STEPS, Network, SCORE_STRIDE } from './network.ts'
import { documentFlags, type SentenceFlags } from './token-features.ts'
import {
  bestPath,
  LABELS,
  type LabelScheme,
  labelProbabilities,
  predecessors,
  TAGS,
} from './viterbi.ts'

export interface TaggedName {
  /** Indexes into the sentence's words; end is exclusive. */
  readonly start: number
  readonly end: number
  readonly tag: (typeof TAGS)[number]
  /** 0..1: the probability of its least certain word's label. */
  readonly confidence: number
}

/** Finds people, places and organizations in a document's sentences. Not shared between threads. */
export class Tagger {
  readonly #network: Network
  readonly #lexicon: Lexicon
  readonly #scheme: LabelScheme
  readonly #before: readonly (readonly number[])[]

  constructor(modelFile: ArrayBuffer, wasm: Uint8Array) {
    const model = readModelFile(modelFile)
    this.#network = new Network(wasm, model)
    this.#lexicon = {
      index: new HashIndex(model.words('lexiconHashes')),
      kinds: model.shorts('lexiconKinds'),
    }
    const transitions = model.floats('transitions')
    this.#scheme = {
      transitions,
      weights: transitions.map(Math.exp),
      start: model.floats('startScores'),
      end: model.floats('endScores'),
    }
    this.#before = predecessors(this.#scheme.transitions)
  }

  /** One list of names a sentence. The sentences of an article go together: repeats inform each other. */
  tag(sentences: readonly (readonly string[])[]): TaggedName[][] {
    const flags = documentFlags(this.#lexicon, sentences)
    return sentences.map((words, s) => {
      const names: TaggedName[] = []
      for (let from = 0; from < words.length; from += MOST_STEPS) {
        const part = words.slice(from, from + MOST_STEPS)
        const partFlags = slice(flags[s] as SentenceFlags, from, from + MOST_STEPS)
        const scores = this.#network.scores(part, partFlags)
        const shape = { steps: part.length, stride: SCORE_STRIDE }
        const path = bestPath(this.#scheme, this.#before, scores, shape)
        if (path.every((label) => label === 0)) continue
        const probabilities = labelProbabilities(this.#scheme, this.#before, scores, shape)
        names.push(...namesOf(path, probabilities, from))
      }
      return names
    })
  }

  /** The label scores of a sentence of at most MOST_STEPS words, LABELS a word. For tests. */
  labelScores(sentences: readonly (readonly string[])[]): Float32Array[] {
    const flags = documentFlags(this.#lexicon, sentences)
    return sentences.map((words, s) => {
      const rows = this.#network.scores(words, flags[s] as SentenceFlags)
      return Float32Array.from(
        { length: words.length * LABELS },
        (_, i) => rows[Math.floor(i / LABELS) * SCORE_STRIDE + (i % LABELS)] as number,
      )
    })
  }
}

function slice({ lexicon, context }: SentenceFlags, from: number, to: number): SentenceFlags {
  return { lexicon: lexicon.subarray(from, to), context: context.subarray(from, to) }
}

function namesOf(path: Uint8Array, probabilities: Float64Array, offset: number): TaggedName[] {
  const names: TaggedName[] = []
  let start = 0
  let confidence = 1
  for (const [i, label] of path.entries()) {
    if (label === 0) continue
    const tag = TAGS[(label - 1) >> 2] as TaggedName['tag']
    const part = (label - 1) & 3
    if (part === BEGIN || part === UNIT) {
      start = i
      confidence = 1
    }
    confidence = Math.min(confidence, probabilities[i * LABELS + label] as number)
    if (part >= LAST) names.push({ start: offset + start, end: offset + i + 1, tag, confidence })
  }
  return names
}

const BEGIN = 0
const LAST = 2
const UNIT = 3
