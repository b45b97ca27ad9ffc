import { type Passage, posAt, wordAt } from '../passage.ts'

/** Whether a number ends a list of numbers that each have their place: "two in Poland and one in Wales". */
export const isLastOfList = (passage: Passage, first: number): boolean =>
  wordAt(passage, first - 1) === 'and' &&
  posAt(passage, first + 1) === 'ADP' &&
  [3, 4, 5].some(
    (step) =>
      posAt(passage, first - step) === 'NUM' &&
      wordAt(passage, first - step + 1) === wordAt(passage, first + 1),
  )
