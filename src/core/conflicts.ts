import { type ClaimSlot, claimSlots, latestStatement, type Statement } from './claim-slots.ts'
import { groupBy } from './group-by.ts'
import { byReport } from './period-slots.ts'
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

/** Whether two claims that name no place may be about one event, as far as their articles tell. */
export type MayBeOneEvent = (a: ReportedClaim, b: ReportedClaim) => boolean

/**
 * Conflicts between the latest words of different claimants about one metric, unit, population, set of places and
 * time. "At least 4" and "6" do not conflict, since both can be true. The articles' own voice is no claimant.
 * Claims without a place are compared where they may be about one event. Latest first.
 */
export function findConflicts(
  claims: readonly ReportedClaim[],
  mayBeOneEvent: MayBeOneEvent = () => true,
): Conflict[] {
  const attributed = claims.filter(({ claimant }) => claimant !== null)
  return claimSlots(attributed)
    .flatMap((slot) => (slot.placeIds.length === 0 ? eventsOf(slot, mayBeOneEvent) : [slot]))
    .flatMap(conflictOf)
    .sort(latestFirst)
}

/** The claims of a slot, apart where nothing links them: directly or by a third claim. */
function eventsOf(slot: ClaimSlot, mayBeOneEvent: MayBeOneEvent): ClaimSlot[] {
  const events: [ReportedClaim, ...ReportedClaim[]][] = []
  for (const claim of slot.claims) {
    const linked = events.filter((event) => event.some((other) => mayBeOneEvent(claim, other)))
    for (const event of linked) events.splice(events.indexOf(event), 1)
    const members = [claim, ...linked.flat()].sort(byReport)
    events.push(members as [ReportedClaim, ...ReportedClaim[]])
  }
  return events.map((claims) => ({ ...slot, claims }))
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
