import { groupBy } from './group-by.ts'
import { byReport, type Period, periodSlots } from './period-slots.ts'
import type { ReportedClaim } from './reported-claim.ts'

const DAY_MS = 86_400_000

/** What is said of one metric, unit, population and set of places, about one time. */
export interface ClaimSlot {
  readonly placeIds: readonly number[]
  readonly population: string | null
  /** The period that the texts give; null where none does. */
  readonly period: Period | null
  /** The period, or the day of the first report. `end` is exclusive. */
  readonly start: Date
  readonly end: Date
  /** Ordered by their first reports. */
  readonly claims: readonly [ReportedClaim, ...ReportedClaim[]]
}

/** Claims by what they are about. Whoever makes them; the caller may give those of one claimant. */
export function claimSlots(claims: readonly ReportedClaim[]): ClaimSlot[] {
  const subjects = groupBy(claims, ({ metricId, unit, population, placeIds }) =>
    JSON.stringify([metricId, unit, population, placeIds]),
  )
  return [...subjects.values()].flatMap((members) =>
    periodSlots(members).map(({ period, reportedOn, rows }) => {
      const start = period?.start ?? reportedOn ?? members[0].reportedAt
      return {
        placeIds: members[0].placeIds,
        population: members[0].population,
        period,
        start,
        end: period?.end ?? new Date(start.getTime() + DAY_MS),
        claims: [...rows].sort(byReport) as [ReportedClaim, ...ReportedClaim[]],
      }
    }),
  )
}

/** What one claimant says in the end, and what it said before. */
export interface Statement {
  /** Several where it gives several numbers at one time: then no single one can be told. */
  readonly current: readonly [ReportedClaim, ...ReportedClaim[]]
  /** Oldest first. */
  readonly revised: readonly ReportedClaim[]
}

/** `claims` are of one claimant and one slot, ordered by their first reports. */
export function latestStatement(claims: readonly [ReportedClaim, ...ReportedClaim[]]): Statement {
  const latest = claims.at(-1) ?? claims[0]
  const isLatest = (claim: ReportedClaim) =>
    claim.reportedAt.getTime() === latest.reportedAt.getTime()
  const current = claims.filter(isLatest) as [ReportedClaim, ...ReportedClaim[]]
  return { current, revised: claims.filter((claim) => !isLatest(claim)) }
}

/** The single value of a statement; null for a range and where it gives several. */
export const singleValue = ({ current }: Statement): number | null =>
  current.length === 1 ? current[0].value : null
