import { HashIndex } from './hash-index.ts'
import { FLOAT_BYTES, type Kernel } from './kernel.ts'
import type { ModelFile } from './model-file.ts'
import { characterCodes, shapeOf, WORD_LETTERS } from './token-features.ts'
import { LEARNED_ROWS, wordRow } from './word-vectors.ts'

const VECTOR_SIZE = 100
const LETTER_SIZE = 24
const FILTERS = 48
const WINDOW = 3
/** Half of what is kept: most words of an article come back, most words of the language do not. */
const GENERATION = 3000

/**
 * What a word alone (vector, letters, shape) adds to the LSTM's gates, both directions side by side.
 * That is most of the network's arithmetic, so it is kept for the words seen lately.
 */
export class WordInputs {
  readonly size: number
  readonly #kernel: Kernel
  readonly #index: HashIndex
  /** Of each row, in steps. */
  readonly #scales: Uint16Array
  readonly #scaleStep: number
  readonly #nibbles: Uint8Array
  readonly #learned: Float32Array
  readonly #letters: Float32Array
  readonly #shapes: Float32Array
  readonly #bias: Float32Array
  readonly #filterBias: Float32Array
  readonly #weights: number
  readonly #filters: number
  readonly #input: number
  readonly #padded: number
  readonly #filtered: number
  readonly #output: number
  #recent = new Map<string, Float32Array>()
  #older = new Map<string, Float32Array>()

  constructor(kernel: Kernel, model: ModelFile) {
    this.#kernel = kernel
    this.size = 8 * model.hidden
    this.#index = new HashIndex(model.words('vectorHashes'))
    this.#scales = model.shorts('vectorScales')
    this.#scaleStep = model.floats('vectorScaleStep')[0] as number
    this.#nibbles = model.bytes('vectorNibbles')
    this.#learned = model.floats('learned')
    this.#letters = model.floats('letters')
    this.#shapes = model.floats('shapeInputs')
    this.#bias = model.floats('inputBias')
    this.#filterBias = model.floats('filterBias')
    this.#weights = kernel.pack(model.floats('inputWeights'), this.size)
    this.#filters = kernel.pack(model.floats('filterWeights'), FILTERS)
    this.#input = kernel.reserve(VECTOR_SIZE + FILTERS)
    this.#padded = kernel.reserve((WORD_LETTERS + WINDOW - 1) * LETTER_SIZE)
    this.#filtered = kernel.reserve(FILTERS)
    this.#output = kernel.reserve(this.size)
  }

  of(word: string): Float32Array {
    const recent = this.#recent.get(word)
    if (recent) return recent
    const found = this.#older.get(word) ?? this.#compute(word)
    if (this.#recent.size === GENERATION) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(word, found)
    return found
  }

  #compute(word: string): Float32Array {
    const input = this.#kernel.view(this.#input, VECTOR_SIZE + FILTERS)
    this.#readVector(wordRow(this.#index, word), input)
    this.#spell(word, input.subarray(VECTOR_SIZE))
    const output = this.#kernel.view(this.#output, this.size)
    const shape = shapeOf(word) * this.size
    for (let i = 0; i < this.size; i += 1) {
      output[i] = (this.#bias[i] as number) + (this.#shapes[shape + i] as number)
    }
    const { exports } = this.#kernel
    exports.accumulate(this.#weights, this.#input, this.#output, this.size, VECTOR_SIZE + FILTERS)
    return output.slice()
  }

  #readVector(row: number, out: Float32Array): void {
    if (row < LEARNED_ROWS) {
      out.set(this.#learned.subarray(row * VECTOR_SIZE, (row + 1) * VECTOR_SIZE))
      return
    }
    const scale = (this.#scales[row - LEARNED_ROWS] as number) * this.#scaleStep
    const start = ((row - LEARNED_ROWS) * VECTOR_SIZE) / 2
    for (let k = 0; k < VECTOR_SIZE / 2; k += 1) {
      const byte = this.#nibbles[start + k] as number
      out[2 * k] = ((byte & 15) - 8) * scale
      out[2 * k + 1] = ((byte >> 4) - 8) * scale
    }
  }

  /** A convolution over three letters, the greatest value of each filter kept, then the rectifier. */
  #spell(word: string, out: Float32Array): void {
    const { exports } = this.#kernel
    const padded = this.#kernel.view(this.#padded, (WORD_LETTERS + WINDOW - 1) * LETTER_SIZE)
    for (const [i, code] of characterCodes(word).entries()) {
      const letter = this.#letters.subarray(code * LETTER_SIZE, (code + 1) * LETTER_SIZE)
      padded.set(letter, (i + 1) * LETTER_SIZE)
    }
    const filtered = this.#kernel.view(this.#filtered, FILTERS)
    out.fill(0)
    for (let i = 0; i < WORD_LETTERS; i += 1) {
      filtered.set(this.#filterBias)
      const window = this.#padded + i * LETTER_SIZE * FLOAT_BYTES
      exports.accumulate(this.#filters, window, this.#filtered, FILTERS, WINDOW * LETTER_SIZE)
      for (let f = 0; f < FILTERS; f += 1) {
        if ((filtered[f] as number) > (out[f] as number)) out[f] = filtered[f] as number
      }
    }
  }
}
