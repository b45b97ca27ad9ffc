import { claimSlots, latestStatement, singleValue } from './claim-slots.ts'
import { groupBy } from './group-by.ts'
import {
  type Aggregation,
  aggregationOf,
  type PlacesOverlap,
  whyNotAdditive,
} from './not-additive.ts'
import { byReport, periodKey } from './period-slots.ts'
import { type ReportedClaim, statedEnds } from './reported-claim.ts'

export type GroupBy = 'METRIC' | 'PLACE' | 'CLAIMANT' | 'PERIOD'

/** Claims of one metric and unit, and of one place, claimant or period. */
export interface ClaimAggregate {
  /** Null unless grouped by place. */
  readonly placeId: number | null
  /** Ordered by their first reports. */
  readonly claims: readonly [ReportedClaim, ...ReportedClaim[]]
  readonly latest: ReportedClaim
  readonly articleCount: number
  readonly min: number
  readonly max: number
  /** Null where the values must not be added up; `noSum` says why. */
  readonly sum: number | null
  readonly noSum: string | null
}

interface Rules {
  readonly groupBy: GroupBy
  readonly aggregations: ReadonlyMap<number, Aggregation>
  readonly overlap: PlacesOverlap
}

/**
 * Most claims first. Grouped by place, a claim about two places counts in both, and one about none in neither;
 * grouped by period, claims without one are a group of their own.
 */
export function aggregateClaims(claims: readonly ReportedClaim[], rules: Rules): ClaimAggregate[] {
  const members = claims.flatMap((claim) => {
    const places: readonly (number | null)[] = rules.groupBy === 'PLACE' ? claim.placeIds : [null]
    return places.map((placeId) => ({ claim, placeId }))
  })
  const groups = groupBy(members, ({ claim, placeId }) =>
    JSON.stringify([claim.metricId, claim.unit, placeId, partOf(claim, rules.groupBy)]),
  )
  return [...groups.values()]
    .map((group) =>
      aggregateOf(
        group[0].placeId,
        group.map(({ claim }) => claim),
        rules,
      ),
    )
    .sort(
      (a, b) =>
        b.claims.length - a.claims.length ||
        firstId(a) - firstId(b) ||
        (a.placeId ?? 0) - (b.placeId ?? 0),
    )
}

const partOf = (claim: ReportedClaim, by: GroupBy): string | null => {
  if (by === 'CLAIMANT') return claim.claimant
  return by === 'PERIOD' ? periodKey(claim.period) : null
}

function aggregateOf(
  placeId: number | null,
  group: readonly ReportedClaim[],
  rules: Rules,
): ClaimAggregate {
  const claims = [...group].sort(byReport) as [ReportedClaim, ...ReportedClaim[]]
  const { low: min, high: max } = statedEnds(claims)
  return {
    placeId,
    claims,
    latest: claims.at(-1) ?? claims[0],
    articleCount: new Set(claims.flatMap(({ articleIds }) => articleIds)).size,
    min,
    max,
    ...sumOf(claims, rules),
  }
}

function sumOf(
  claims: readonly [ReportedClaim, ...ReportedClaim[]],
  { aggregations, overlap }: Rules,
): Pick<ClaimAggregate, 'sum' | 'noSum'> {
  const [{ metricId, unit, isNamed }] = claims
  const slots = claimSlots(claims)
  const none = (noSum: string) => ({ sum: null, noSum })
  if (new Set(claims.map(({ claimant }) => claimant)).size > 1)
    return none('several claimants speak of the same things')
  if (!isNamed && slots.length > 1) return none('nobody in particular is not one claimant')
  const aggregation = aggregationOf(aggregations.get(metricId) ?? 'FLOW', unit)
  const reason = whyNotAdditive(slots, { aggregation, overlap })
  if (reason !== null) return none(reason)
  const values = slots.map((slot) => singleValue(latestStatement(slot.claims)))
  const numbers = values.filter((value) => value !== null)
  if (numbers.length < values.length) return none('some claims are ranges, not single numbers')
  return { sum: numbers.reduce((a, b) => a + b, 0), noSum: null }
}

/** The smallest id of its claims. */
export const firstId = ({ claims }: ClaimAggregate): number =>
  Math.min(...claims.map(({ id }) => id))
