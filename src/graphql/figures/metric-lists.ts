import { newestFigures } from '../../core/orders.ts'
import { metricFigures } from '../../db/relations.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { Figure, FigureConnection } from './figure.ts'
import { Metric } from './metric.ts'

builder.prismaObjectField(Metric, 'figures', (t) =>
  t.connection(
    {
      type: Figure,
      description: 'Figures that report it, newest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestFigures }, id, {
          relation: metricFigures(context.viewer),
          rows: (query) => context.db.figure.findMany(query),
        }),
    },
    FigureConnection,
  ),
)
