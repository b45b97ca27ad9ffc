import { requireScope } from '../../auth/actor.ts'
import { newestDeliveries } from '../../core/orders.ts'
import { deliveryWhere } from '../../db/filters.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { IngestionStatus } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { Ingestion, IngestionConnection } from './ingestion.ts'

const IngestionFilterInput = builder.inputType('IngestionFilter', {
  description: 'Which ingestions; all that is given must match.',
  fields: (t) => ({
    source: t.string({ description: 'Slug of their source.' }),
    externalId: t.string({ description: "The CMS's own id of their article." }),
    status: t.field({ type: [IngestionStatus], description: 'How far they are: one of these.' }),
  }),
})

builder.queryFields((t) => ({
  ingestion: t.prismaField({
    type: Ingestion,
    nullable: true,
    description: 'A payload that a CMS sent, by the id that it was answered with. Needs INGEST.',
    args: { id: t.arg.globalID({ for: [Ingestion], required: true, description: 'Its id.' }) },
    resolve: (query, _root, { id }, { db, actor }) => {
      requireScope(actor, 'INGEST')
      return db.delivery.findUnique({ ...query, where: { id: readNodeId(String(id.id)) } })
    },
  }),
  ingestions: t.connection(
    {
      type: Ingestion,
      description: 'Payloads that CMSs sent, the newest first. Needs INGEST.',
      args: {
        filter: t.arg({ type: IngestionFilterInput, description: 'Only those that match.' }),
      },
      resolve: (_root, args, context, info) => {
        requireScope(context.actor, 'INGEST')
        const where = deliveryWhere(args.filter)
        return rootConnection(
          { args, context, info, order: newestDeliveries },
          {
            where,
            rows: (query) => context.db.delivery.findMany(query),
            count: () => context.db.delivery.count({ where }),
          },
        )
      },
    },
    IngestionConnection,
  ),
}))
