import { may } from '../../auth/actor.ts'
import { builder } from '../builder.ts'
import { WebhookDeliveryStatus } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { Webhook } from './webhook.ts'

export const WebhookDelivery = builder.prismaNode('WebhookDelivery', {
  description: 'One message to one webhook, and what became of it. Needs ADMIN.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id: may(actor, 'ADMIN') ? readNodeId(id) : 0 }),
  select: { id: true },
  fields: (t) => ({
    webhook: t.relation('webhook', { type: Webhook, description: 'The webhook.' }),
    messageId: t.exposeString('messageId', {
      description: 'The header webhook-id: the same however often it is sent.',
    }),
    type: t.exposeString('type', { description: 'What it tells of: "article.published".' }),
    body: t.exposeString('body', { description: 'What is sent, as JSON.' }),
    status: t.expose('status', { type: WebhookDeliveryStatus, description: 'How far it is.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was sent.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is sent next; null where it is not.',
    }),
    lastAttemptAt: t.expose('lastAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was sent last.',
    }),
    responseStatus: t.exposeInt('responseStatus', {
      nullable: true,
      description: 'What the receiver answered last; null where it did not.',
    }),
    responseBody: t.exposeString('responseBody', {
      nullable: true,
      description: 'The beginning of its last answer.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why the last attempt failed.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
  }),
})

export const WebhookDeliveryConnection = builder.connectionObject(
  { type: WebhookDelivery, name: 'WebhookDeliveryConnection', description: 'A page of messages.' },
  { name: 'WebhookDeliveryEdge', description: 'A row of the page and its cursor.' },
)
