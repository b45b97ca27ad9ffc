/** A stored entity that words refer to. */
export interface Choice {
  /** What it is now. */
  readonly id: number
  /** What the words would mean if nothing had been merged: an unmerge goes back to it. */
  readonly originId: number
  /** 0 to 1. */
  readonly confidence: number
}

export const choiceOf = (
  { id, originId }: Pick<Choice, 'id' | 'originId'>,
  confidence = 1,
): Choice => ({ id, originId, confidence })

/** Stands for an entity that nothing refers to, which is therefore not stored. */
export const NOT_STORED: Choice = { id: 0, originId: 0, confidence: 1 }
