import { updateWebhook } from '../../actions/update-webhook.ts'
import { InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { WebhookEventType } from '../enums.ts'
import { readGlobalId } from '../review/global-id.ts'
import { Webhook } from './webhook.ts'

const UpdateWebhookInput = builder.inputType('UpdateWebhookInput', {
  description: 'What changes of a webhook; what is absent stays.',
  fields: (t) => ({
    id: t.globalID({ for: [Webhook], required: true, description: 'Its id.' }),
    url: t.string({ description: 'Where messages are sent; also those that wait.' }),
    description: t.string({ description: 'What it is for.' }),
    events: t.field({
      type: [WebhookEventType],
      description: 'What it is told of; an empty list stands for everything.',
    }),
    sources: t.stringList({ description: 'Only of these sources; an empty list stands for all.' }),
    enabled: t.boolean({
      description:
        'Whether it is told of anything. Switched on again it is told of what happens from then on.',
    }),
    rotateSecret: t.boolean({ description: 'Gives it a new secret.' }),
    overlapHours: t.float({
      description:
        'How long messages are signed with the secret before as well: 24 unless given, at most 720.',
    }),
  }),
})

const UpdateWebhookPayload = builder
  .objectRef<{ webhookId: number; secret: string | null }>('UpdateWebhookPayload')
  .implement({
    description: 'The webhook as it is now.',
    fields: (t) => ({
      webhook: t.prismaField({
        type: Webhook,
        description: 'The webhook.',
        resolve: (query, { webhookId }, _args, { db }) =>
          db.webhook.findUniqueOrThrow({ ...query, where: { id: webhookId } }),
      }),
      secret: t.exposeString('secret', {
        nullable: true,
        description: 'The new secret, where there is one. This is the only time it is shown.',
      }),
    }),
  })

builder.mutationField('updateWebhook', (t) =>
  t.field({
    type: UpdateWebhookPayload,
    description: 'Changes a webhook, or gives it a new secret. Needs ADMIN.',
    args: {
      input: t.arg({ type: UpdateWebhookInput, required: true, description: 'The changes.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError],
      union: { name: 'UpdateWebhookResult', description: 'The webhook, or why it is as it was.' },
    },
    resolve: (_root, { input: { id, description, ...changes } }, context) =>
      updateWebhook(context, {
        id: readGlobalId(id),
        ...(description !== undefined && { description }),
        ...present(changes),
      }),
  }),
)

/** Without what is null: such a field cannot be empty, so it stays. */
function present<T extends object>(changes: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(changes).filter(([, value]) => value != null)
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> }
}
