import type { SeriesPoint } from '../../core/figure-series.ts'
import type { Interval } from '../../core/time-buckets.ts'
import { type ReadSeries, readSeries } from '../../db/read-series.ts'
import { builder } from '../builder.ts'
import { Place } from '../entities/place.ts'
import { IntervalEnum, PointMethodEnum } from '../enums.ts'
import { AttributionType } from '../figures/attribution.ts'
import { Metric } from '../figures/metric.ts'
import { loadRows } from '../load-rows.ts'
import { Claim } from './claim.ts'
import { claimAttribution } from './claim-attribution.ts'

/** What a series is taken to have, for the cost of a query. */
const POINTS_TO_EXPECT = 50

interface Revision {
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly reportedAt: Date
  readonly claimId: number | null
}

interface Point extends SeriesPoint {
  readonly revisions: readonly Revision[]
}

interface Series {
  readonly metricId: number
  readonly interval: Interval
  readonly points: readonly Point[]
  readonly leftOutCount: number
}

const SeriesRevisionType = builder.objectRef<Revision>('SeriesRevision').implement({
  description: 'What a claimant had said before of the same time and places.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: 'The number; null for a range.' }),
    minValue: t.exposeFloat('minValue', { nullable: true, description: 'Lower end of a range.' }),
    maxValue: t.exposeFloat('maxValue', { nullable: true, description: 'Upper end of a range.' }),
    reportedAt: t.expose('reportedAt', {
      type: 'DateTime',
      description: 'When it was first reported.',
    }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: 'The claim; null where an article has since corrected it.',
      resolve: async ({ claimId }, _args, context, info) => {
        const ids = claimId === null ? [] : [claimId]
        const [claim] = await loadRows(ids, { context, info }, (query) =>
          context.db.claim.findMany(query),
        )
        return claim ?? null
      },
    }),
  }),
})

const SeriesPointType = builder.objectRef<Point>('SeriesPoint').implement({
  description: 'What one claimant says about one time.',
  fields: (t) => ({
    start: t.expose('start', { type: 'DateTime', description: 'First moment of the interval.' }),
    end: t.expose('end', { type: 'DateTime', description: 'The first moment after it.' }),
    hasPeriod: t.exposeBoolean('hasPeriod', {
      description: 'False where no text gives the time: it is then the day of the first report.',
    }),
    method: t.expose('method', {
      type: PointMethodEnum,
      description: 'How the value comes about.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'The number; null for a range and where the claimant gives several numbers at one time.',
    }),
    minValue: t.exposeFloat('minValue', { description: 'The lowest number the claims state.' }),
    maxValue: t.exposeFloat('maxValue', { description: 'The highest number the claims state.' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'ISO 4217 code, "percent" or a measure; null for a count.',
    }),
    articleCount: t.exposeInt('articleCount', {
      description: 'How many articles print one of its claims.',
    }),
    attribution: t.field({
      type: AttributionType,
      description: 'Who says so.',
      resolve: ({ claims: [first] }, _args, context) => claimAttribution(context, first),
    }),
    places: t.field({
      type: [Place],
      description: 'Where it applies.',
      resolve: ({ placeIds }, _args, context, info) =>
        loadRows(placeIds, { context, info }, (query) => context.db.entity.findMany(query)),
    }),
    claims: t.field({
      type: [Claim],
      description: 'The claims it is made of.',
      resolve: ({ claims }, _args, context, info) =>
        loadRows(
          claims.map(({ id }) => id),
          { context, info },
          (query) => context.db.claim.findMany(query),
        ),
    }),
    revisions: t.field({
      type: [SeriesRevisionType],
      description: 'What the claimant had said before of the same time and places, oldest first.',
      resolve: ({ revisions }) => revisions,
    }),
  }),
})

const FigureSeriesType = builder.objectRef<Series>('FigureSeries').implement({
  description: 'One metric over time, for each claimant, built on claims: a reprint adds no point.',
  fields: (t) => ({
    metric: t.field({
      type: Metric,
      description: 'What it counts or measures.',
      resolve: async ({ metricId }, _args, context, info) => {
        const [metric] = await loadRows([metricId], { context, info }, (query) =>
          context.db.metric.findMany(query),
        )
        if (!metric) throw new Error(`The metric ${metricId} of a series is gone.`)
        return metric
      },
    }),
    interval: t.expose('interval', { type: IntervalEnum, description: 'How time is divided.' }),
    points: t.field({
      type: [SeriesPointType],
      description: 'By time, at most 1,000.',
      complexity: { field: 1, multiplier: POINTS_TO_EXPECT },
      resolve: ({ points }) => points,
    }),
    leftOutCount: t.exposeInt('leftOutCount', {
      description: 'How many claims are about a longer time than the interval, and so in no point.',
    }),
  }),
})

builder.queryField('figureSeries', (t) =>
  t.field({
    type: FigureSeriesType,
    description:
      'One metric over time. CUMULATIVE, STOCK and RATIO take the latest value of an interval; a FLOW adds up what one named claimant says about separate periods or places, and is an error (NOT_ADDITIVE) where they overlap.',
    args: {
      metric: t.arg.string({ required: true, description: 'Its key: "drones-launched".' }),
      places: t.arg.stringList({ description: 'Slugs: only claims about one of these places.' }),
      claimants: t.arg.stringList({
        description: 'Slugs of entities, or words for unnamed ones ("officials"): only theirs.',
      }),
      from: t.arg({ type: 'DateTime', description: 'Only from this moment.' }),
      to: t.arg({ type: 'DateTime', description: 'Only before this moment.' }),
      interval: t.arg({ type: IntervalEnum, required: true, description: 'How to divide time.' }),
    },
    resolve: async (_root, args, context) => {
      const { metric, corrected, ...series } = await readSeries(context.db, context.viewer, args)
      return {
        metricId: metric.id,
        interval: args.interval,
        leftOutCount: series.leftOut.length,
        points: series.points.map((point) => ({
          ...point,
          revisions: revisionsOf(point, corrected),
        })),
      }
    },
  }),
)

function revisionsOf(
  { claims, revised }: SeriesPoint,
  corrected: ReadSeries['corrected'],
): Revision[] {
  const ids = new Set([...claims, ...revised].map(({ id }) => id))
  return [
    ...revised.map((claim) => ({ ...claim, claimId: claim.id })),
    ...corrected
      .filter(({ claimId }) => ids.has(claimId))
      .map((figure) => ({ ...figure, claimId: null })),
  ].sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())
}
