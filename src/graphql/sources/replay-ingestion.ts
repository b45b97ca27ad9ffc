import { replayIngestion } from '../../actions/replay-ingestion.ts'
import { NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { Ingestion } from './ingestion.ts'

const ReplayIngestionPayload = builder
  .objectRef<{ deliveryId: number }>('ReplayIngestionPayload')
  .implement({
    description: 'The ingestion, which waits to be processed again.',
    fields: (t) => ({
      ingestion: t.prismaField({
        type: Ingestion,
        description: 'The ingestion.',
        resolve: (query, { deliveryId }, _args, { db }) =>
          db.delivery.findUniqueOrThrow({ ...query, where: { id: deliveryId } }),
      }),
    }),
  })

builder.mutationField('replayIngestion', (t) =>
  t.field({
    type: ReplayIngestionPayload,
    description:
      'Processes a payload that a CMS sent once more, such as one that failed before a fault was mended. Needs INGEST.',
    args: {
      id: t.arg.globalID({ for: [Ingestion], required: true, description: "The ingestion's id." }),
    },
    errors: {
      types: [NotFoundError],
      union: { name: 'ReplayIngestionResult', description: 'The ingestion, or why not.' },
    },
    resolve: async (_root, { id }, context) => ({
      deliveryId: await replayIngestion(context, readNodeId(String(id.id))),
    }),
  }),
)
