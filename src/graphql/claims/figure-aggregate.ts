import type { ClaimAggregate } from '../../core/claim-aggregates.ts'
import { builder } from '../builder.ts'
import { Place } from '../entities/place.ts'
import { AttributionType } from '../figures/attribution.ts'
import { Metric } from '../figures/metric.ts'
import { PeriodType } from '../figures/period.ts'
import { loadRows } from '../load-rows.ts'
import { Claim } from './claim.ts'
import { claimAttribution } from './claim-attribution.ts'
import { loadClaimWording } from './claim-wording.ts'

export interface Aggregate extends ClaimAggregate {
  readonly groupBy: 'METRIC' | 'PLACE' | 'CLAIMANT' | 'PERIOD'
}

export const FigureAggregateType = builder.objectRef<Aggregate>('FigureAggregate').implement({
  description:
    'Claims of one metric and unit, grouped. A reprint counts as an article, not as a claim.',
  fields: (t) => ({
    metric: t.field({
      type: Metric,
      description: 'What is counted or measured.',
      resolve: async ({ claims: [{ metricId }] }, _args, context, info) => {
        const [metric] = await loadRows([metricId], { context, info }, (query) =>
          context.db.metric.findMany(query),
        )
        if (!metric) throw new Error(`The metric ${metricId} of a group is gone.`)
        return metric
      },
    }),
    unit: t.string({
      nullable: true,
      description: 'ISO 4217 code, "percent" or a measure; null for a count.',
      resolve: ({ claims: [{ unit }] }) => unit,
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'The place, when grouped by PLACE.',
      resolve: async ({ placeId }, _args, context, info) => {
        const ids = placeId === null ? [] : [placeId]
        const [place] = await loadRows(ids, { context, info }, (query) =>
          context.db.entity.findMany(query),
        )
        return place ?? null
      },
    }),
    attribution: t.field({
      type: AttributionType,
      nullable: true,
      description: 'Who says so, when grouped by CLAIMANT.',
      resolve: ({ groupBy, claims: [first] }, _args, context) =>
        groupBy === 'CLAIMANT' ? claimAttribution(context, first) : null,
    }),
    period: t.field({
      type: PeriodType,
      nullable: true,
      description: 'The time, when grouped by PERIOD; null for claims without one.',
      resolve: async ({ groupBy, claims: [{ id, period }] }, _args, context) => {
        if (groupBy !== 'PERIOD' || period === null) return null
        return { ...period, text: (await loadClaimWording(context, id)).periodText ?? '' }
      },
    }),
    claimCount: t.int({
      description: 'How many claims there are.',
      resolve: ({ claims }) => claims.length,
    }),
    articleCount: t.exposeInt('articleCount', {
      description: 'How many articles print one of them.',
    }),
    min: t.exposeFloat('min', { description: 'The lowest number they state.' }),
    max: t.exposeFloat('max', { description: 'The highest number they state.' }),
    sum: t.exposeFloat('sum', {
      nullable: true,
      description: 'All together; null where they must not be added up.',
    }),
    noSumReason: t.exposeString('noSum', {
      nullable: true,
      description: 'Why there is no sum.',
    }),
    latest: t.field({
      type: Claim,
      description: 'The claim that was first reported last.',
      resolve: async ({ latest }, _args, context, info) => {
        const [claim] = await loadRows([latest.id], { context, info }, (query) =>
          context.db.claim.findMany(query),
        )
        if (!claim) throw new Error(`The claim ${latest.id} of a group is gone.`)
        return claim
      },
    }),
  }),
})
