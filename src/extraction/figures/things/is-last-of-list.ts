import { type Passage, posAt, wordAt } from '../passage.ts'

/** Whether "one" stands beside numbers that count the same: "two in Poland and one in Wales". */
export const isLastOfList = (passage: Passage, first: number): boolean =>
  isCompared(passage, first) || isPlaced(passage, first)

/** "11 babies, compared with one in 2025" */
const isCompared = (passage: Passage, first: number): boolean =>
  wordAt(passage, first - 1) === 'with' && wordAt(passage, first - 2) === 'compared'

const isPlaced = (passage: Passage, first: number): boolean =>
  wordAt(passage, first - 1) === 'and' &&
  posAt(passage, first + 1) === 'ADP' &&
  [3, 4, 5].some(
    (step) =>
      posAt(passage, first - step) === 'NUM' &&
      wordAt(passage, first - step + 1) === wordAt(passage, first + 1),
  )
