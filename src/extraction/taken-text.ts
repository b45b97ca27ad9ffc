import type { Span } from '../core/span.ts'

/** Which characters of a field mentions stand on already: keeps them from overlapping. */
export class TakenText {
  readonly #taken: Uint8Array

  /** @param length of the text in UTF-16 units, which is never less than in code points */
  constructor(length: number) {
    this.#taken = new Uint8Array(length)
  }

  /** Takes the span unless a part of it is taken; says whether it did. */
  take({ start, end }: Pick<Span, 'start' | 'end'>): boolean {
    if (start >= end || this.#taken.subarray(start, end).includes(1)) return false
    this.#taken.fill(1, start, end)
    return true
  }
}
