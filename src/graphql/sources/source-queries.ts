import { sourceOrder } from '../../core/orders.ts'
import { sourceWhere } from '../../db/filters.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { SourceFilterInput } from '../filter-inputs.ts'
import { Source, SourceConnection } from './source.ts'

builder.queryField('sources', (t) =>
  t.connection(
    {
      type: Source,
      description: 'Sources, by name.',
      args: { filter: t.arg({ type: SourceFilterInput, description: 'Only those that match.' }) },
      resolve: (_root, args, context, info) => {
        const wanted = sourceWhere(args.filter, context.viewer)
        return rootConnection(
          { args, context, info, order: sourceOrder },
          {
            where: wanted,
            rows: (query) => context.db.source.findMany(query),
            count: () => context.db.source.count({ where: wanted }),
          },
        )
      },
    },
    SourceConnection,
  ),
)
