/**
 * Sorted 32-bit hashes, found by bisection. Nothing is parsed or
 * built on loading: the array is a view on the file. Two keys in 4 billion collide by chance, which
 * costs one wrong feature.
 */
export class HashIndex {
  readonly #hashes: Uint32Array

  constructor(hashes: Uint32Array) {
    this.#hashes = hashes
  }

  /** The position of a hash, or -1. */
  find(hash: number): number {
    const hashes = this.#hashes
    let low = 0
    let high = hashes.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const value = hashes[middle] as number
      if (value === hash) return middle
      if (value < hash) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
