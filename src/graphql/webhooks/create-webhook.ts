import { createWebhook } from '../../actions/create-webhook.ts'
import { InvalidInputError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { WebhookEventType } from '../enums.ts'
import { Webhook } from './webhook.ts'

const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
  description: 'A server that is to be told of events.',
  fields: (t) => ({
    url: t.string({
      required: true,
      description:
        'Where messages are sent, by http or https. It must be in the public internet, unless the operator allows others.',
    }),
    description: t.string({ description: 'What it is for.' }),
    events: t.field({
      type: [WebhookEventType],
      description: 'What it is told of; everything when absent.',
    }),
    sources: t.stringList({
      description: 'Only of articles of these sources, by their slugs; of all when absent.',
    }),
  }),
})

const CreateWebhookPayload = builder
  .objectRef<{ webhookId: number; secret: string }>('CreateWebhookPayload')
  .implement({
    description: 'The webhook and its secret. This is the only time it is shown.',
    fields: (t) => ({
      webhook: t.prismaField({
        type: Webhook,
        description: 'The webhook.',
        resolve: (query, { webhookId }, _args, { db }) =>
          db.webhook.findUniqueOrThrow({ ...query, where: { id: webhookId } }),
      }),
      secret: t.exposeString('secret', {
        description: 'For the receiver to check signatures with, as Standard Webhooks says.',
      }),
    }),
  })

builder.mutationField('createWebhook', (t) =>
  t.field({
    type: CreateWebhookPayload,
    description: 'Has a server told of events from now on. Needs ADMIN.',
    args: {
      input: t.arg({ type: CreateWebhookInput, required: true, description: 'The server.' }),
    },
    errors: {
      types: [InvalidInputError],
      union: { name: 'CreateWebhookResult', description: 'The webhook, or why there is none.' },
    },
    resolve: (_root, { input: { url, description, events, sources } }, context) =>
      createWebhook(context, {
        url,
        ...(description != null && { description }),
        ...(events != null && { events: [...events] }),
        ...(sources != null && { sources: [...sources] }),
      }),
  }),
)
