import { buildTimeline, type TimelineBucket } from '../../core/timeline.ts'
import { daysOfEntities } from '../../db/days-of-entities.ts'
import { builder } from '../builder.ts'
import { IntervalEnum } from '../enums.ts'
import { Entity } from './entity.ts'

/** What a timeline is taken to have, for the cost of a query. */
const BUCKETS_TO_EXPECT = 50

const TimelineBucketType = builder.objectRef<TimelineBucket>('TimelineBucket').implement({
  description: 'One day, week, month or year of a timeline.',
  fields: (t) => ({
    start: t.expose('start', { type: 'DateTime', description: 'Where it begins, in UTC.' }),
    end: t.expose('end', { type: 'DateTime', description: 'Where it ends, exclusive.' }),
    articleCount: t.exposeInt('articles', {
      description: 'Articles published in it that name the entity.',
    }),
    mentionCount: t.exposeInt('mentions', { description: 'How often they name it.' }),
    figureCount: t.exposeInt('figures', {
      description: 'Figures published in it that the entity claims or that apply where it is.',
    }),
  }),
})

builder.prismaInterfaceField(Entity, 'timeline', (t) =>
  t.field({
    type: [TimelineBucketType],
    description:
      'How much was published about it, oldest first, intervals without anything included; at most 1,100.',
    complexity: { field: 1, multiplier: BUCKETS_TO_EXPECT },
    args: {
      interval: t.arg({
        type: IntervalEnum,
        required: true,
        description: 'How to divide time: DAY, WEEK, MONTH or YEAR.',
      }),
      from: t.arg({
        type: 'DateTime',
        description: 'Only from this moment; else from the first article.',
      }),
      to: t.arg({
        type: 'DateTime',
        description: 'Only before this moment; else until the last article.',
      }),
    },
    resolve: async ({ id }, args, { batches, db, viewer }, info) => {
      const { interval, from = null, to = null } = args
      const [field] = info.fieldNodes
      if (field === undefined) throw new Error('A resolver was called without a field.')
      const days = batches.of('days', field, (ids) => daysOfEntities(db, viewer, { ids, from, to }))
      return buildTimeline(await days.load(id), { interval, from, to })
    },
  }),
)
