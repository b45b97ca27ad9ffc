import { type Direction, figureOrders, metricOrder } from '../../core/orders.ts'
import { fewFigures } from '../../db/few-rows.ts'
import { figureWhere, metricNamed, metricWhere } from '../../db/filters.ts'
import { resolveFigureFilter } from '../../db/resolve-filter.ts'
import { visibleMetric } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { DirectionEnum, FigureOrderField } from '../enums.ts'
import { FigureFilterInput, MetricFilterInput } from '../filter-inputs.ts'
import { Figure, FigureConnection } from './figure.ts'
import { Metric, MetricConnection } from './metric.ts'

interface FigureOrder {
  readonly field: keyof typeof figureOrders
  readonly direction: Direction
}

const FigureOrderInput = builder.inputRef<FigureOrder>('FigureOrder').implement({
  description: 'How figures are ordered; ties by id.',
  fields: (t) => ({
    field: t.field({ type: FigureOrderField, required: true, description: 'By what.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Which end comes first.',
    }),
  }),
})

builder.queryField('figures', (t) =>
  t.connection(
    {
      type: Figure,
      description: 'Figures of current texts, newest first unless ordered otherwise.',
      args: {
        filter: t.arg({ type: FigureFilterInput, description: 'Only those that match.' }),
        orderBy: t.arg({ type: FigureOrderInput, description: 'How they are ordered.' }),
      },
      resolve: async (_root, args, context, info) => {
        const { field, direction } = args.orderBy ?? { field: 'PUBLISHED_AT', direction: 'DESC' }
        const { db, viewer } = context
        const filter = await resolveFigureFilter({ db, viewer }, args.filter)
        const wanted = { AND: [figureWhere(filter, viewer), await fewFigures(db, filter)] }
        return rootConnection(
          { args, context, info, order: figureOrders[field](direction) },
          {
            where: wanted,
            rows: (query) => context.db.figure.findMany(query),
            count: () => context.db.figure.count({ where: wanted }),
          },
        )
      },
    },
    FigureConnection,
  ),
)

builder.queryField('metrics', (t) =>
  t.connection(
    {
      type: Metric,
      description: 'Metrics, by label.',
      args: { filter: t.arg({ type: MetricFilterInput, description: 'Only those that match.' }) },
      resolve: (_root, args, context, info) => {
        const wanted = metricWhere(args.filter, context.viewer)
        return rootConnection(
          { args, context, info, order: metricOrder },
          {
            where: wanted,
            rows: (query) => context.db.metric.findMany(query),
            count: () => context.db.metric.count({ where: wanted }),
          },
        )
      },
    },
    MetricConnection,
  ),
)

builder.queryField('metric', (t) =>
  t.prismaField({
    type: Metric,
    nullable: true,
    description: 'One metric by its key; null where there is none that you may see.',
    args: {
      key: t.arg.string({
        required: true,
        description: 'Its key, a synonym ("deaths") or the old key of a merged metric.',
      }),
    },
    resolve: (query, _root, { key }, { db, viewer }) =>
      db.metric.findFirst({
        ...query,
        where: { AND: [metricNamed({ eq: key }), visibleMetric(viewer)] },
      }),
  }),
)
