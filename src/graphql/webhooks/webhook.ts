import { may } from '../../auth/actor.ts'
import { readStrings } from '../../core/read-strings.ts'
import type { WebhookEvent } from '../../core/webhook-event.ts'
import { builder } from '../builder.ts'
import { WebhookEventType } from '../enums.ts'
import { readNodeId } from '../node-id.ts'

export const Webhook = builder.prismaNode('Webhook', {
  description:
    'A server that is told of events, by messages as Standard Webhooks signs them. Needs ADMIN.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id: may(actor, 'ADMIN') ? readNodeId(id) : 0 }),
  select: { id: true },
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where messages are sent.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is for.' }),
    events: t.field({
      type: [WebhookEventType],
      description: 'What it is told of; none stands for everything.',
      select: { events: true },
      resolve: ({ events }) => readStrings(events) as WebhookEvent[],
    }),
    sources: t.stringList({
      description: 'Slugs of the sources whose articles it is told of; none stands for all.',
      select: { sources: true },
      resolve: ({ sources }) => readStrings(sources),
    }),
    enabled: t.exposeBoolean('enabled', {
      description: 'Whether it is told of anything. A receiver that answers 410 is switched off.',
    }),
    previousSecretUntil: t.expose('previousSecretUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when messages carry a signature with the secret before as well.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
})

export const WebhookConnection = builder.connectionObject(
  { type: Webhook, name: 'WebhookConnection', description: 'A page of webhooks.' },
  { name: 'WebhookEdge', description: 'A row of the page and its cursor.' },
)
