import { NotFoundError } from '../../core/app-error.ts'
import type { FigureEventType } from '../../core/outbox-event.ts'
import { figureWhere } from '../../db/filters.ts'
import { builder } from '../builder.ts'
import { Figure } from '../figures/figure.ts'
import { type Delivery, openDeliveries } from './deliveries.ts'

const TYPES: readonly FigureEventType[] = ['figure.reported', 'figure.revised']

builder.subscriptionField('figureReported', (t) =>
  t.prismaField({
    type: Figure,
    description:
      'Figures that articles report from now on, and those that take the place of others, in order.',
    args: {
      metric: t.arg.string({ description: 'Only of this metric: its key, or one that it had.' }),
      after: t.arg.id({
        description:
          'Id of the last event that you have: go on from there. "0": from the oldest that is kept.',
      }),
    },
    subscribe: (_root, { metric, after }, context) =>
      openDeliveries(context, {
        types: TYPES,
        after,
        concerns: async (delivery) =>
          (await delivery.context.db.figure.count({ where: standing(delivery, metric) })) > 0,
      }),
    resolve: async (query, delivery: Delivery, { metric }) => {
      const where = standing(delivery, metric)
      const figure = await delivery.context.db.figure.findFirst({ ...query, where })
      if (figure === null) throw new NotFoundError('The figure was taken back just now.')
      return figure
    },
  }),
)

/** The event's figure, if it may be seen and still stands. */
function standing({ event, context }: Delivery, metric: string | null | undefined) {
  const filter = {
    status: { eq: 'CURRENT' },
    ...(metric != null && { metric: { key: { eq: metric } } }),
  } as const
  return { AND: [{ id: event.figureId ?? 0 }, figureWhere(filter, context.viewer)] }
}
