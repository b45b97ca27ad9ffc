import { FLOAT_BYTES, Kernel, paddedRows, type ShortMatrix } from './kernel.ts'
import { LEXICON_FLAGS } from './lexicon.ts'
import type { ModelFile } from './model-file.ts'
import type { SentenceFlags } from './token-features.ts'
import { LABELS } from './viterbi.ts'
import { WordInputs } from './word-inputs.ts'

/** Floats from one token's scores to the next. */
export const SCORE_STRIDE = paddedRows(LABELS)
/** Longer sentences are cut: the work memory has this many steps. */
export const MOST_STEPS = 256
const NARROW = 64

/** BiLSTM -> narrow layer -> label scores. One at a time: the scores are valid until the next call. */
export class Network {
  readonly #kernel: Kernel
  readonly #hidden: number
  readonly #inputs: WordInputs
  readonly #flagInputs: number
  readonly #narrowBias: Float32Array
  readonly #scoreBias: Float32Array
  readonly #recurrent: { forward: ShortMatrix; backward: ShortMatrix }
  readonly #weights: { narrow: number; score: number }
  readonly #at: {
    gates: number
    states: number
    state: number
    cell: number
    narrow: number
    scores: number
  }

  constructor(wasm: Uint8Array, model: ModelFile) {
    const kernel = new Kernel(wasm)
    const { hidden } = model
    this.#kernel = kernel
    this.#hidden = hidden
    this.#inputs = new WordInputs(kernel, model)
    this.#flagInputs = kernel.place(model.floats('flagInputs'))
    this.#narrowBias = model.floats('narrowBias')
    this.#scoreBias = new Float32Array(SCORE_STRIDE)
    this.#scoreBias.set(model.floats('scoreBias'))
    this.#recurrent = {
      forward: kernel.packShorts(model.floats('forwardWeights'), 4 * hidden),
      backward: kernel.packShorts(model.floats('backwardWeights'), 4 * hidden),
    }
    this.#weights = {
      narrow: kernel.pack(model.floats('narrowWeights'), NARROW),
      score: kernel.pack(model.floats('scoreWeights'), LABELS),
    }
    this.#at = {
      gates: kernel.reserve(MOST_STEPS * 8 * hidden),
      states: kernel.reserve(MOST_STEPS * 2 * hidden),
      state: kernel.reserve(hidden / 2),
      cell: kernel.reserve(hidden),
      narrow: kernel.reserve(NARROW),
      scores: kernel.reserve(MOST_STEPS * SCORE_STRIDE),
    }
  }

  /** Rows of SCORE_STRIDE floats, the first LABELS of each used, for at most MOST_STEPS words. */
  scores(words: readonly string[], flags: SentenceFlags): Float32Array {
    this.#fillGates(words, flags)
    this.#runLstm(words.length)
    return this.#scoreStates(words.length)
  }

  #fillGates(words: readonly string[], flags: SentenceFlags): void {
    const size = this.#inputs.size
    const gates = this.#kernel.view(this.#at.gates, words.length * size)
    for (const [i, word] of words.entries()) {
      gates.set(this.#inputs.of(word), i * size)
      const row = this.#at.gates + i * size * FLOAT_BYTES
      this.#addFlags(row, flags.lexicon[i] as number, 0)
      this.#addFlags(row, flags.context[i] as number, LEXICON_FLAGS)
    }
  }

  #addFlags(row: number, mask: number, firstFlag: number): void {
    const bytes = this.#inputs.size * FLOAT_BYTES
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const flag = firstFlag + 31 - Math.clz32(rest & -rest)
      this.#kernel.exports.add(this.#flagInputs + flag * bytes, row, bytes)
    }
  }

  #runLstm(steps: number): void {
    const { gates, states, state, cell } = this.#at
    const hidden = this.#hidden
    const gateStride = 8 * hidden * FLOAT_BYTES
    const outStride = 2 * hidden * FLOAT_BYTES
    const run = (
      { address, scale }: ShortMatrix,
      [from, by]: readonly [number, number],
      [to, on]: readonly [number, number],
    ) => {
      this.#kernel.view(cell, hidden).fill(0)
      this.#kernel.exports.lstm(from, by, address, cell, to, on, hidden, steps, state, scale)
    }
    run(this.#recurrent.forward, [gates, gateStride], [states, outStride])
    const lastGates = gates + (steps - 1) * gateStride + gateStride / 2
    const lastState = states + (steps - 1) * outStride + outStride / 2
    run(this.#recurrent.backward, [lastGates, -gateStride], [lastState, -outStride])
  }

  #scoreStates(steps: number): Float32Array {
    const { exports } = this.#kernel
    const { states, narrow, scores } = this.#at
    const middle = this.#kernel.view(narrow, NARROW)
    const out = this.#kernel.view(scores, steps * SCORE_STRIDE)
    const width = 2 * this.#hidden
    for (let t = 0; t < steps; t += 1) {
      middle.set(this.#narrowBias)
      exports.accumulate(
        this.#weights.narrow,
        states + t * width * FLOAT_BYTES,
        narrow,
        NARROW,
        width,
      )
      for (let k = 0; k < NARROW; k += 1) if ((middle[k] as number) < 0) middle[k] = 0
      out.set(this.#scoreBias, t * SCORE_STRIDE)
      const row = scores + t * SCORE_STRIDE * FLOAT_BYTES
      exports.accumulate(this.#weights.score, narrow, row, SCORE_STRIDE, NARROW)
    }
    return out
  }
}
