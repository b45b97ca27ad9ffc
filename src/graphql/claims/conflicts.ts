import { type Conflict, conflictId, findConflicts } from '../../core/conflicts.ts'
import { latestConflicts } from '../../core/orders.ts'
import { articlesLinked } from '../../db/articles-linked.ts'
import { findMetric } from '../../db/find-metric.ts'
import { reportedClaims } from '../../db/reported-claims.ts'
import { builder } from '../builder.ts'
import { listConnection } from '../connection.ts'
import { Place } from '../entities/place.ts'
import { AttributionType } from '../figures/attribution.ts'
import { Metric } from '../figures/metric.ts'
import { loadRows } from '../load-rows.ts'
import { Claim } from './claim.ts'
import { claimAttribution } from './claim-attribution.ts'

const SpreadType = builder.objectRef<Conflict['spread']>('ConflictSpread').implement({
  description: 'How far the numbers are apart.',
  fields: (t) => ({
    min: t.exposeFloat('min', { description: 'The lowest number.' }),
    max: t.exposeFloat('max', { description: 'The highest number.' }),
    ratio: t.exposeFloat('ratio', {
      nullable: true,
      description: 'max / min; null where min is not above 0.',
    }),
  }),
})

const ConflictSideType = builder.objectRef<Conflict['sides'][number]>('ConflictSide').implement({
  description: 'What one claimant says.',
  fields: (t) => ({
    attribution: t.field({
      type: AttributionType,
      description: 'Who says so.',
      resolve: ({ current: [first] }, _args, context) => claimAttribution(context, first),
    }),
    value: t.float({
      nullable: true,
      description: 'The number; null for a range and where the claimant gives several.',
      resolve: ({ current }) => (current.length === 1 ? current[0].value : null),
    }),
    claims: t.field({
      type: [Claim],
      description: 'Its latest word: one claim, or all that it makes at one time.',
      resolve: ({ current }, _args, context, info) =>
        loadRows(
          current.map(({ id }) => id),
          { context, info },
          (query) => context.db.claim.findMany(query),
        ),
    }),
    earlierClaims: t.field({
      type: [Claim],
      description: 'What it had said before, oldest first.',
      resolve: ({ revised }, _args, context, info) =>
        loadRows(
          revised.map(({ id }) => id),
          { context, info },
          (query) => context.db.claim.findMany(query),
        ),
    }),
  }),
})

const ConflictType = builder.objectRef<Conflict>('Conflict').implement({
  description:
    'Different claimants, different numbers, for the same metric, places and time. None is picked.',
  fields: (t) => ({
    metric: t.field({
      type: Metric,
      description: 'What is counted or measured.',
      resolve: async ({ metricId }, _args, context, info) => {
        const [metric] = await loadRows([metricId], { context, info }, (query) =>
          context.db.metric.findMany(query),
        )
        if (!metric) throw new Error(`The metric ${metricId} of a conflict is gone.`)
        return metric
      },
    }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'ISO 4217 code, "percent" or a measure; null for a count.',
    }),
    places: t.field({
      type: [Place],
      description: 'Where it applies.',
      resolve: ({ placeIds }, _args, context, info) =>
        loadRows(placeIds, { context, info }, (query) => context.db.entity.findMany(query)),
    }),
    start: t.expose('start', { type: 'DateTime', description: 'First moment of its time.' }),
    end: t.expose('end', { type: 'DateTime', description: 'The first moment after it.' }),
    hasPeriod: t.boolean({
      description: 'False where no text gives the time: it is then the day of the first report.',
      resolve: ({ period }) => period !== null,
    }),
    spread: t.field({
      type: SpreadType,
      description: 'How far the numbers are apart.',
      resolve: ({ spread }) => spread,
    }),
    sides: t.field({
      type: [ConflictSideType],
      description: 'What each claimant says, lowest number first.',
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ sides }) => sides,
    }),
  }),
})

const ConflictConnection = builder.connectionObject(
  { type: ConflictType, name: 'ConflictConnection', description: 'A page of conflicts.' },
  { name: 'ConflictEdge', description: 'A row of the page and its cursor.' },
)

const articlesOf = (conflicts: readonly Conflict[]): number[] =>
  conflicts.flatMap(({ sides }) =>
    sides.flatMap(({ current, revised }) =>
      [...current, ...revised].flatMap(({ articleIds }) => articleIds),
    ),
  )

builder.queryField('conflicts', (t) =>
  t.connection(
    {
      type: ConflictType,
      description:
        'Where claimants contradict each other, latest first. "At least 4" and "6" do not, since both can be true. Unattributed numbers are not taken for a claimant.',
      args: {
        metric: t.arg.string({ description: 'Key of a metric.' }),
        place: t.arg.string({ description: 'Slug of a place.' }),
        from: t.arg({ type: 'DateTime', description: 'Only from this moment.' }),
        to: t.arg({ type: 'DateTime', description: 'Only before this moment.' }),
      },
      resolve: async (_root, args, { db, viewer }) => {
        const metric = args.metric == null ? null : await findMetric(db, viewer, args.metric)
        const isKnown = args.metric == null || metric !== null
        const claims = isKnown
          ? await reportedClaims(db, viewer, {
              metricId: metric?.id ?? null,
              places: args.place == null ? null : [args.place],
              from: args.from ?? null,
              to: args.to ?? null,
            })
          : []
        const mayBeOneEvent = await articlesLinked(db, articlesOf(findConflicts(claims)))
        return listConnection(
          { args, order: latestConflicts },
          findConflicts(claims, mayBeOneEvent),
          (conflict) => [conflict.start, conflictId(conflict)],
        )
      },
    },
    ConflictConnection,
  ),
)
