import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { Metric } from './metric.ts'

/** What a mutation of a metric gives back: the metric as it is now stored. */
export const metricPayload = (name: string) =>
  builder.objectRef<{ metricId: number }>(name).implement({
    description: 'The metric as it is now stored.',
    fields: (t) => ({
      metric: t.prismaField({
        type: Metric,
        description: 'The metric.',
        resolve: (query, { metricId }, _args, { db }: Context) =>
          db.metric.findUniqueOrThrow({ ...query, where: { id: metricId } }),
      }),
    }),
  })
