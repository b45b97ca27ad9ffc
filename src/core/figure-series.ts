import { NotAdditiveError } from './app-error.ts'
import {
  type ClaimSlot,
  claimSlots,
  latestStatement,
  type Statement,
  singleValue,
} from './claim-slots.ts'
import { groupBy } from './group-by.ts'
import {
  type Aggregation,
  aggregationOf,
  type PlacesOverlap,
  whyNotAdditive,
} from './not-additive.ts'
import { type ReportedClaim, statedEnds } from './reported-claim.ts'
import { type Bucket, bucketOf, type Interval } from './time-buckets.ts'

/** REPORTED: as a claim has it. LATEST: the last of several levels. SUM: of separate periods or places. */
type PointMethod = 'REPORTED' | 'LATEST' | 'SUM'

/** What one claimant says about one time. */
export interface SeriesPoint extends Bucket {
  readonly method: PointMethod
  /** Null where the claims give a range, or several numbers at one time. */
  readonly value: number | null
  readonly minValue: number
  readonly maxValue: number
  readonly unit: string | null
  readonly placeIds: readonly number[]
  /** False where the time is that of the report, since no text gives one. */
  readonly hasPeriod: boolean
  /** The claims it is made of. */
  readonly claims: readonly [ReportedClaim, ...ReportedClaim[]]
  /** What the same claimant had said before of the same time and places, oldest first. */
  readonly revised: readonly ReportedClaim[]
  readonly articleCount: number
}

export interface FigureSeries {
  /** By time, then claimant, then claim. */
  readonly points: readonly SeriesPoint[]
  /** Claims about a longer time than the interval. */
  readonly leftOut: readonly ReportedClaim[]
}

interface SeriesRules {
  readonly interval: Interval
  readonly aggregation: Aggregation
  readonly overlap: PlacesOverlap
}

interface Stated extends ClaimSlot {
  readonly statement: Statement
}

/**
 * The claims about one metric as points in time, for each claimant and unit. Levels, shares and
 * running totals take the latest value of an interval; a FLOW adds up what one named claimant says
 * about separate periods or places.
 *
 * @throws {NotAdditiveError} where a FLOW would have to be added up over overlapping periods and places
 */
export function buildSeries(claims: readonly ReportedClaim[], rules: SeriesRules): FigureSeries {
  const leftOut: ReportedClaim[] = []
  const lines = groupBy(claims, ({ claimant, unit }) => JSON.stringify([claimant, unit]))
  const points = [...lines.values()].flatMap((line) => {
    const slots = claimSlots(line).map((slot) => ({
      ...slot,
      statement: latestStatement(slot.claims),
    }))
    const { interval } = rules
    if (interval === 'AS_REPORTED') return slots.map((slot) => pointOf([slot], slot, 'REPORTED'))
    const fitting = slots.filter((slot) => {
      const fits = slot.end <= bucketOf(slot.start, interval).end
      if (!fits) leftOut.push(...slot.claims)
      return fits
    })
    const buckets = groupBy(fitting, ({ start }) => bucketOf(start, interval).start.getTime())
    return [...buckets.values()].flatMap((members) =>
      pointsOfBucket(members, bucketOf(members[0].start, interval), rules),
    )
  })
  return { points: points.sort(byTime), leftOut }
}

function pointsOfBucket(
  slots: readonly [Stated, ...Stated[]],
  bucket: Bucket,
  { interval, overlap, ...rules }: SeriesRules,
): SeriesPoint[] {
  if (slots.length === 1) return [pointOf(slots, bucket, 'REPORTED')]
  const aggregation = aggregationOf(rules.aggregation, slots[0].claims[0].unit)
  if (aggregation !== 'FLOW') {
    const subjects = groupBy(slots, ({ placeIds, population }) =>
      JSON.stringify([placeIds, population]),
    )
    return [...subjects.values()].map((members) =>
      pointOf(
        [...members].sort((a, b) => a.end.getTime() - b.end.getTime()) as [Stated, ...Stated[]],
        bucket,
        members.length === 1 ? 'REPORTED' : 'LATEST',
      ),
    )
  }
  // "Officials" of two articles, or two articles' own voices, are not one claimant.
  if (!slots[0].claims[0].isNamed) return slots.map((slot) => pointOf([slot], bucket, 'REPORTED'))
  const reason = whyNotAdditive(slots, { aggregation, overlap })
  if (reason === null) return [pointOf(slots, bucket, 'SUM')]
  const day = bucket.start.toISOString().slice(0, 10)
  throw new NotAdditiveError(
    `The values of the ${interval} from ${day} cannot be added up: ${reason}. Ask for a shorter interval or AS_REPORTED, or choose places.`,
  )
}

/** Slots ordered by time; LATEST takes the value of the last. */
function pointOf(
  slots: readonly [Stated, ...Stated[]],
  { start, end }: Bucket,
  method: PointMethod,
): SeriesPoint {
  const claims = slots.flatMap(({ statement }) => statement.current) as [
    ReportedClaim,
    ...ReportedClaim[],
  ]
  const values = slots.map(({ statement }) => singleValue(statement))
  const ends = slots.map(({ statement }) => statedEnds(statement.current))
  const isSum = method === 'SUM'
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const articles = new Set(claims.flatMap(({ articleIds }) => articleIds))
  return {
    start,
    end,
    method,
    value: isSum
      ? values.reduce((a, b) => (a === null || b === null ? null : a + b), 0)
      : (values.at(-1) ?? null),
    minValue: isSum ? sum(ends.map(({ low }) => low)) : Math.min(...ends.map(({ low }) => low)),
    maxValue: isSum ? sum(ends.map(({ high }) => high)) : Math.max(...ends.map(({ high }) => high)),
    unit: claims[0].unit,
    placeIds: [...new Set(slots.flatMap(({ placeIds }) => placeIds))].sort((a, b) => a - b),
    hasPeriod: slots.every(({ period }) => period !== null),
    claims,
    revised: slots.flatMap(({ statement }) => statement.revised),
    articleCount: articles.size,
  }
}

const byTime = (a: SeriesPoint, b: SeriesPoint): number =>
  a.start.getTime() - b.start.getTime() ||
  a.end.getTime() - b.end.getTime() ||
  a.claims[0].id - b.claims[0].id
