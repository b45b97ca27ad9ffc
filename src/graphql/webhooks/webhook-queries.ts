import { requireScope } from '../../auth/actor.ts'
import { newestMessages, newestWebhooks } from '../../core/orders.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { WebhookDeliveryStatus, WebhookEventType } from '../enums.ts'
import { readGlobalId } from '../review/global-id.ts'
import { Webhook, WebhookConnection } from './webhook.ts'
import { WebhookDelivery, WebhookDeliveryConnection } from './webhook-delivery.ts'

const WebhookDeliveryFilterInput = builder.inputType('WebhookDeliveryFilter', {
  description: 'Which messages; all that is given must match.',
  fields: (t) => ({
    webhook: t.globalID({ for: [Webhook], description: 'To this webhook.' }),
    status: t.field({
      type: [WebhookDeliveryStatus],
      description: 'How far they are: one of these.',
    }),
    event: t.field({ type: [WebhookEventType], description: 'What they tell of: one of these.' }),
  }),
})

builder.queryFields((t) => ({
  webhooks: t.connection(
    {
      type: Webhook,
      description: 'Webhooks, the newest first. Needs ADMIN.',
      resolve: (_root, args, context, info) => {
        requireScope(context.actor, 'ADMIN')
        return rootConnection(
          { args, context, info, order: newestWebhooks },
          {
            where: {},
            rows: (query) => context.db.webhook.findMany(query),
            count: () => context.db.webhook.count(),
          },
        )
      },
    },
    WebhookConnection,
  ),
  webhookDeliveries: t.connection(
    {
      type: WebhookDelivery,
      description:
        'Messages to webhooks, the newest first; those that were delivered are kept for 30 days unless set otherwise. Needs ADMIN.',
      args: {
        filter: t.arg({ type: WebhookDeliveryFilterInput, description: 'Only those that match.' }),
      },
      resolve: (_root, args, context, info) => {
        requireScope(context.actor, 'ADMIN')
        const { webhook, status, event } = args.filter ?? {}
        const where = {
          ...(webhook != null && { webhookId: readGlobalId(webhook) }),
          ...(status != null && { status: { in: [...status] } }),
          ...(event != null && { type: { in: [...event] } }),
        }
        return rootConnection(
          { args, context, info, order: newestMessages },
          {
            where,
            rows: (query) => context.db.webhookDelivery.findMany(query),
            count: () => context.db.webhookDelivery.count({ where }),
          },
        )
      },
    },
    WebhookDeliveryConnection,
  ),
}))
