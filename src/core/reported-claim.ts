import type { Dated } from './period-slots.ts'
import type { Qualifier } from './qualifier.ts'

/** A claim as series, conflicts and aggregates need it. `reportedAt` is its first report that may be seen. */
export interface ReportedClaim extends Dated {
  readonly metricId: number
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly qualifier: Qualifier
  /** ISO 4217 code, "percent" or a measure; null for a count. */
  readonly unit: string | null
  /** Folded. */
  readonly population: string | null
  /** Ascending. */
  readonly placeIds: readonly number[]
  /** Null in the articles' own voice. */
  readonly claimant: string | null
  readonly claimantId: number | null
  /** Whether the claimant is one known speaker, and not "officials" or nobody. */
  readonly isNamed: boolean
  readonly articleIds: readonly number[]
}

/** The numbers that a claim states, and the lowest and highest of them. Infinite where it states none. */
export function statedEnds(claims: readonly ReportedClaim[]): {
  readonly low: number
  readonly high: number
} {
  const numbers = claims.flatMap(({ value, minValue, maxValue }) =>
    [value, minValue, maxValue].filter((number) => number !== null),
  )
  return { low: Math.min(...numbers), high: Math.max(...numbers) }
}

/**
 * What may be true if the claim is: all numbers from `low` to `high`. "About 300" is a number rounded
 * to its last digit that is not 0, so anything from 250 to 350; "at least 4" has no upper end.
 */
export function possibleRange(claim: ReportedClaim): {
  readonly low: number
  readonly high: number
} {
  const { low, high } = statedEnds([claim])
  switch (claim.qualifier) {
    case 'AT_LEAST':
    case 'MORE_THAN':
      return { low, high: Number.POSITIVE_INFINITY }
    case 'AT_MOST':
    case 'LESS_THAN':
      return { low: Number.NEGATIVE_INFINITY, high }
    case 'ABOUT': {
      const half = lastDigitUnit(low) / 2
      return { low: low - half, high: high + half }
    }
    default:
      return { low, high }
  }
}

/** 100 for 300, 1,000 for 18,000, 0.1 for 2.5. */
function lastDigitUnit(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0
  let unit = 10 ** Math.floor(Math.log10(Math.abs(value)))
  while (Math.abs(value / unit - Math.round(value / unit)) > 1e-9 && unit > 1e-6) unit /= 10
  return unit
}
