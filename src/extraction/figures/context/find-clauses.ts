import { partitionPoint } from '../../../core/partition-point.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'

const BREAK = /^(?:;|while|whereas|but|although|though)$/

/** Offsets at which the clauses of a sentence start, in order: after ";", "while", "but". */
export function clauseStarts(passage: Passage): number[] {
  const starts = [tokenAt(passage, passage.first)?.start ?? 0]
  for (let at = passage.first + 1; at < passage.last; at += 1) {
    if (BREAK.test(wordAt(passage, at)) && isClause(passage, at)) {
      starts.push(tokenAt(passage, at)?.start ?? 0)
    }
  }
  return starts
}

/** "while seeking aid" goes on with the clause before it. */
const isClause = (passage: Passage, at: number): boolean =>
  wordAt(passage, at) === ';' ||
  isPlaceFirst(passage, at + 1) ||
  !/^(?:PUNCT|VERB|ADJ|ADP|NUM)$/.test(posAt(passage, at + 1))

/** "while in Port Lind two died" */
const isPlaceFirst = (passage: Passage, at: number): boolean =>
  posAt(passage, at) === 'ADP' &&
  [2, 3, 4].some((step) => /^(?:NUM|PUNCT)$/.test(posAt(passage, at + step)))

/** The clause that holds an offset. */
export function clauseAround(
  starts: readonly number[],
  offset: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const next = partitionPoint(0, starts.length, (i) => (starts[i] ?? 0) <= offset)
  return { start: starts[next - 1] ?? 0, end: starts[next] ?? end }
}
