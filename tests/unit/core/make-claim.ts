import type { ReportedClaim } from '../../../src/core/reported-claim.ts'

const utc = (day: number, hour = 0) => new Date(Date.UTC(2025, 11, day, hour))

/** A day of December 2025 as a period. */
export const onDay = (day: number) => ({
  start: utc(day),
  end: utc(day + 1),
  precision: 'DAY' as const,
})
export const december = { start: utc(1), end: utc(32), precision: 'MONTH' as const }

/** A named claimant's claim, reported on a day of December 2025 at noon. */
export function makeClaim(
  id: number,
  value: number | null,
  change: Partial<ReportedClaim> & { readonly reported?: number } = {},
): ReportedClaim {
  const { reported = 23, ...rest } = change
  return {
    id,
    metricId: 1,
    value,
    minValue: null,
    maxValue: null,
    qualifier: 'EXACT',
    unit: null,
    population: null,
    placeIds: [],
    claimant: '#1',
    claimantId: 1,
    isNamed: true,
    articleIds: [id],
    period: null,
    reportedAt: utc(reported, 12),
    ...rest,
  }
}
