import { replayDelivery } from '../../actions/replay-delivery.ts'
import { NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readGlobalId } from '../review/global-id.ts'
import { WebhookDelivery } from './webhook-delivery.ts'

const ReplayDeliveryPayload = builder
  .objectRef<{ deliveryId: number }>('ReplayDeliveryPayload')
  .implement({
    description: 'The message, which waits to be sent again.',
    fields: (t) => ({
      delivery: t.prismaField({
        type: WebhookDelivery,
        description: 'The message.',
        resolve: (query, { deliveryId }, _args, { db }) =>
          db.webhookDelivery.findUniqueOrThrow({ ...query, where: { id: deliveryId } }),
      }),
    }),
  })

builder.mutationField('replayDelivery', (t) =>
  t.field({
    type: ReplayDeliveryPayload,
    description: 'Sends a message to a webhook again, by the same id. Needs ADMIN.',
    args: {
      id: t.arg.globalID({
        for: [WebhookDelivery],
        required: true,
        description: "The message's id.",
      }),
    },
    errors: {
      types: [NotFoundError],
      union: { name: 'ReplayDeliveryResult', description: 'The message, or why not.' },
    },
    resolve: async (_root, { id }, context) => ({
      deliveryId: await replayDelivery(context, readGlobalId(id)),
    }),
  }),
)
