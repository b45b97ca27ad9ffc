import { encodeGlobalID } from '@pothos/plugin-relay'
import { deleteWebhook } from '../../actions/delete-webhook.ts'
import { NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readGlobalId } from '../review/global-id.ts'
import { Webhook } from './webhook.ts'

const DeleteWebhookPayload = builder
  .objectRef<{ deletedId: string }>('DeleteWebhookPayload')
  .implement({
    description: 'The webhook is forgotten.',
    fields: (t) => ({ deletedId: t.exposeID('deletedId', { description: 'The id that it had.' }) }),
  })

builder.mutationField('deleteWebhook', (t) =>
  t.field({
    type: DeleteWebhookPayload,
    description: 'Forgets a webhook, with all that waits to be sent to it. Needs ADMIN.',
    args: { id: t.arg.globalID({ for: [Webhook], required: true, description: 'Its id.' }) },
    errors: {
      types: [NotFoundError],
      union: { name: 'DeleteWebhookResult', description: 'The id, or why it is still there.' },
    },
    resolve: async (_root, { id }, context) => {
      await deleteWebhook(context, readGlobalId(id))
      return { deletedId: encodeGlobalID('Webhook', readGlobalId(id)) }
    },
  }),
)
