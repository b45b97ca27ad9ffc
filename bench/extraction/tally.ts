/** Counts of what was found and what is there. */
export interface Tally {
  readonly right: number
  readonly found: number
  readonly gold: number
}

export interface Scores extends Tally {
  /** 0 to 1; 1 where nothing was found. */
  readonly precision: number
  /** 0 to 1; 1 where there is nothing to find. */
  readonly recall: number
  readonly f1: number
}

export const NOTHING: Tally = { right: 0, found: 0, gold: 0 }

export const addTallies = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  found: a.found + b.found,
  gold: a.gold + b.gold,
})

export function scoresOf(tally: Tally): Scores {
  const { right, found, gold } = tally
  const precision = found === 0 ? 1 : right / found
  const recall = gold === 0 ? 1 : right / gold
  const f1 = found + gold === 0 ? 1 : (2 * right) / (found + gold)
  return { ...tally, precision, recall, f1 }
}
