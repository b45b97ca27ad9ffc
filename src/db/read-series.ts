import { InvalidInputError, NotFoundError } from '../core/app-error.ts'
import { buildSeries, type FigureSeries } from '../core/figure-series.ts'
import { placesOverlap } from '../core/places-overlap.ts'
import type { ReportedClaim } from '../core/reported-claim.ts'
import type { Interval } from '../core/time-buckets.ts'
import type { Db } from './client.ts'
import { findMetric } from './find-metric.ts'
import { placeParents } from './place-parents.ts'
import { correctedFigures, reportedClaims } from './reported-claims.ts'
import type { Viewer } from './visibility.ts'

/** More points than a chart can show. */
const MAX_POINTS = 1_000
const MAX_NAMES = 100

export interface SeriesSelection {
  /** Its key, or one that means the same. */
  readonly metric: string
  readonly interval: Interval
  /** Slugs. */
  readonly places?: readonly string[] | null | undefined
  /** Slugs, or words for unnamed claimants. */
  readonly claimants?: readonly string[] | null | undefined
  /** Inclusive. */
  readonly from?: Date | null | undefined
  /** Exclusive. */
  readonly to?: Date | null | undefined
}

export interface ReadSeries extends FigureSeries {
  readonly metric: NonNullable<Awaited<ReturnType<typeof findMetric>>>
  readonly claims: readonly ReportedClaim[]
  /** What corrections replaced by one of the claims. */
  readonly corrected: Awaited<ReturnType<typeof correctedFigures>>
}

/**
 * One metric over time, as far as the viewer may see it. Throws NotFoundError for an unknown metric, NotAdditiveError, and
 * InvalidInputError where there are more than 1,000 points or 100 names.
 */
export async function readSeries(
  db: Db,
  viewer: Viewer,
  { metric: key, interval, places, claimants, from, to }: SeriesSelection,
): Promise<ReadSeries> {
  for (const [name, list] of Object.entries({ places, claimants })) {
    if (list && list.length > MAX_NAMES) {
      throw new InvalidInputError(`"${name}" has more than ${MAX_NAMES} entries.`, name)
    }
  }
  const metric = await findMetric(db, viewer, key)
  if (metric === null) {
    throw new NotFoundError(`There is no metric "${key}": "metrics" lists those there are.`)
  }
  const claims = await reportedClaims(db, viewer, {
    metricId: metric.id,
    places: places ?? null,
    claimants: claimants ?? null,
    from: from ?? null,
    to: to ?? null,
  })
  const parents = await placeParents(
    db,
    claims.flatMap(({ placeIds }) => placeIds),
  )
  const series = buildSeries(claims, {
    interval,
    aggregation: metric.aggregation,
    overlap: placesOverlap(parents),
  })
  if (series.points.length > MAX_POINTS) {
    throw new InvalidInputError(
      `The series has ${series.points.length} points, but at most ${MAX_POINTS} are given at once: choose a longer interval, a shorter time, places or claimants.`,
      'interval',
    )
  }
  const corrected = await correctedFigures(
    db,
    viewer,
    claims.map(({ id }) => id),
  )
  return { ...series, metric, claims, corrected }
}
