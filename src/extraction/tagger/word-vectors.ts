import type { HashIndex } from './hash-index.ts'
import { extendHash, finishHash, foldWord } from './word-key.ts'

const UNKNOWN_ROW = 0
const NUMBER_ROW = 1
/** Rows before those of the file: the two that training learns. */
export const LEARNED_ROWS = 2

/** The row of a word's vector: what GloVe has, else the row for numbers, else the unknown word's. */
export function wordRow(index: HashIndex, word: string): number {
  const row = index.find(finishHash(extendHash(foldWord(word))))
  if (row >= 0) return row + LEARNED_ROWS
  return /\d/.test(word) ? NUMBER_ROW : UNKNOWN_ROW
}
