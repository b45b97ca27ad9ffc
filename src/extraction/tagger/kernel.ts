/** The part used here: TypeScript declares it only with the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

interface Exports {
  readonly memory: Memory
  accumulate(weights: number, x: number, y: number, rows: number, columns: number): void
  add(x: number, y: number, bytes: number): void
  lstm(
    gates: number,
    gateStride: number,
    weights: number,
    cell: number,
    out: number,
    outStride: number,
    hidden: number,
    steps: number,
    state: number,
    scale: number,
  ): void
}

const PAGE = 65_536
const BLOCK = 16
export const FLOAT_BYTES = 4
/** How many steps of a 16-bit state make 1: as kernel.wat has it. */
const STATE_STEPS = 16_384
const LARGEST_SHORT = 32_767
/** What sums of 32 bits hold, with room for rounding. */
const LARGEST_SUM = 2 ** 31 * 0.99

/** A matrix of 16-bit integers in the kernel's memory. */
export interface ShortMatrix {
  readonly address: number
  /** What a product of an element and a state of one step is worth. */
  readonly scale: number
}

/** kernel.wat with its memory: a bump allocator, since everything in it lives as long as the network. */
export class Kernel {
  readonly exports: Exports
  #next = 0

  constructor(wasm: Uint8Array) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm))
    this.exports = instance.exports as Exports
  }

  /** The address of so many floats. Ask for all memory before taking views: growing detaches them. */
  reserve(floats: number): number {
    const address = this.#next
    this.#next += Math.ceil((floats * FLOAT_BYTES) / 64) * 64
    const missing = this.#next - this.exports.memory.buffer.byteLength
    if (missing > 0) this.exports.memory.grow(Math.ceil(missing / PAGE))
    return address
  }

  view(address: number, floats: number): Float32Array {
    return new Float32Array(this.exports.memory.buffer, address, floats)
  }

  /** Copies floats as they are. */
  place(values: Float32Array): number {
    const address = this.reserve(values.length)
    this.view(address, values.length).set(values)
    return address
  }

  /** Copies a row-major matrix in the kernel's blocks; rows are padded with zeros to a multiple of 16. */
  pack(matrix: Float32Array, rows: number): number {
    const columns = matrix.length / rows
    const address = this.reserve(paddedRows(rows) * columns)
    const packed = this.view(address, paddedRows(rows) * columns)
    for (let row = 0; row < rows; row += 1) {
      const block = (row - (row % BLOCK)) * columns + (row % BLOCK)
      for (let column = 0; column < columns; column += 1) {
        packed[block + column * BLOCK] = matrix[row * columns + column] as number
      }
    }
    return address
  }

  /**
   * Copies a row-major matrix that states between -1 and 1 are multiplied with, as 16-bit integers
   * that are as fine as sums in 32 bits allow; rows and columns must be multiples of 16.
   */
  packShorts(matrix: Float32Array, rows: number): ShortMatrix {
    const columns = matrix.length / rows
    let [largest, largestSum] = [0, 0]
    for (let row = 0; row < rows; row += 1) {
      const weights = matrix.subarray(row * columns, (row + 1) * columns).map(Math.abs)
      largest = weights.reduce((a, b) => Math.max(a, b), largest)
      largestSum = Math.max(
        largestSum,
        weights.reduce((a, b) => a + b),
      )
    }
    const steps = Math.min(LARGEST_SHORT / largest, LARGEST_SUM / STATE_STEPS / largestSum)
    const address = this.reserve(matrix.length / 2)
    const packed = new Int16Array(this.exports.memory.buffer, address, matrix.length)
    for (const [i, weight] of matrix.entries()) {
      const [row, column] = [Math.floor(i / columns), i % columns]
      const block = (row - (row % BLOCK)) * columns + (column - (column % 2)) * BLOCK
      packed[block + 2 * (row % BLOCK) + (column % 2)] = Math.round(weight * steps)
    }
    return { address, scale: 1 / (steps * STATE_STEPS) }
  }
}

export function paddedRows(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK
}
