import type { EntityType } from '../extractor.ts'

/** What speaks for each reading of a span, in points; `none` is "no name of a person, place or organization". */
export type Scores = Readonly<Record<EntityType | 'none', number>>

export type Evidence = Partial<Scores>

const NO_EVIDENCE: Scores = { PERSON: 0, PLACE: 0, ORGANIZATION: 0, none: 0 }

/** Adds evidence up, each piece times its weight. */
export function addScores(pieces: readonly Evidence[], weight = 1): Scores {
  const sum = { ...NO_EVIDENCE }
  for (const { PERSON = 0, PLACE = 0, ORGANIZATION = 0, none = 0 } of pieces) {
    sum.PERSON += weight * PERSON
    sum.PLACE += weight * PLACE
    sum.ORGANIZATION += weight * ORGANIZATION
    sum.none += weight * none
  }
  return sum
}
