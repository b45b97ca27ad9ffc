import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { generateSourceSecret } from '../auth/source-secret.ts'
import type { ActionContext } from './action-context.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { webhookFields } from './webhook-input.ts'

const schema = z.strictObject({
  ...webhookFields,
  description: webhookFields.description.default(null),
  events: webhookFields.events.default([]),
  sources: webhookFields.sources.default([]),
})

export type CreateWebhookInput = z.input<typeof schema>

/** Has a server told of events from now on. The secret that messages are signed with is only in this answer. */
export async function createWebhook(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  input: CreateWebhookInput,
): Promise<{ readonly webhookId: number; readonly secret: string }> {
  requireScope(actor, 'ADMIN')
  const wanted = parseOrThrow(schema, input)
  const secret = generateSourceSecret()
  const webhookId = await db.$transaction(async (tx) => {
    const last = await tx.outboxEvent.aggregate({ _max: { id: true } })
    const webhook = await tx.webhook.create({
      data: { ...wanted, secret, position: last._max.id ?? 0 },
    })
    await recordAudit(tx, actor, {
      action: 'createWebhook',
      targetType: 'Webhook',
      targetId: webhook.id,
      details: { url: webhook.url },
    })
    return webhook.id
  })
  return { webhookId, secret }
}
