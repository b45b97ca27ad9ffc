import { type ClaimSlot, claimSlots, latestStatement, type Statement } from './claim-slots.ts'
import { groupBy } from './group-by.ts'
import { possibleRange, type ReportedClaim, statedEnds } from './reported-claim.ts'

/** Claimants who say different things of the same. None of them is picked. */
export interface Conflict extends Omit<ClaimSlot, 'claims'> {
  readonly metricId: number
  readonly unit: string | null
  /** One for each claimant, lowest number first. */
  readonly sides: readonly (Statement & { readonly claimant: string })[]
  readonly spread: {
    readonly min: number
    readonly max: number
    /** max / min; null where min is not above 0. */
    readonly ratio: number | null
  }
}

/**
 * Conflicts between the latest words of different claimants about one metric, unit, population, set of places and
 * time. "At least 4" and "6" do not conflict, since both can be true. The articles' own voice is no claimant.
 * Latest first.
 */
export function findConflicts(claims: readonly ReportedClaim[]): Conflict[] {
  const attributed = claims.filter(({ claimant }) => claimant !== null)
  return claimSlots(attributed).flatMap(conflictOf).sort(latestFirst)
}

function conflictOf({ claims, ...slot }: ClaimSlot): Conflict[] {
  const byClaimant = [...groupBy(claims, ({ claimant }) => claimant ?? '')]
  const sides = byClaimant
    .map(([claimant, said]) => ({ claimant, ...latestStatement(said) }))
    .sort(
      (a, b) =>
        statedEnds(a.current).low - statedEnds(b.current).low || a.current[0].id - b.current[0].id,
    )
  if (!sides.some((a, i) => sides.slice(i + 1).some((b) => !canBothBeTrue(a, b)))) return []
  const { low: min, high: max } = statedEnds(sides.flatMap(({ current }) => current))
  const spread = { min, max, ratio: min > 0 ? max / min : null }
  return [{ ...slot, metricId: claims[0].metricId, unit: claims[0].unit, sides, spread }]
}

function canBothBeTrue(a: Statement, b: Statement): boolean {
  return a.current.some((one) =>
    b.current.some((other) => {
      const [x, y] = [possibleRange(one), possibleRange(other)]
      return x.low <= y.high && y.low <= x.high
    }),
  )
}

/** The key of the order: time, then the first claim. */
const latestFirst = (a: Conflict, b: Conflict): number =>
  b.start.getTime() - a.start.getTime() || conflictId(b) - conflictId(a)

/** A number that no other conflict has: the smallest id of its claims. */
export const conflictId = ({ sides }: Conflict): number =>
  Math.min(...sides.flatMap(({ current }) => current.map(({ id }) => id)))
