import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { generateSourceSecret } from '../auth/source-secret.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { webhookFields } from './webhook-input.ts'

const HOUR_MS = 3_600_000

const schema = z.strictObject({
  id: z.number().int(),
  ...z.object({ ...webhookFields, enabled: z.boolean() }).partial().shape,
  rotateSecret: z.boolean().default(false),
  /** How long messages are signed with the secret before as well, in hours. */
  overlapHours: z.number().min(0).max(720).default(24),
})

export type UpdateWebhookInput = z.input<typeof schema>

/**
 * Changes what is given of a webhook. One that is switched on again is told of what happens from then on. A new
 * secret is only in this answer; for some hours messages carry a signature with each of the two.
 *
 * Throws NotFoundError where there is no such webhook.
 */
export async function updateWebhook(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: UpdateWebhookInput,
): Promise<{ readonly webhookId: number; readonly secret: string | null }> {
  requireScope(actor, 'ADMIN')
  const { id, rotateSecret, overlapHours, ...changes } = parseOrThrow(schema, input)
  const secret = rotateSecret ? generateSourceSecret() : null
  await db.$transaction(async (tx) => {
    const webhook = await tx.webhook.findUnique({ where: { id } })
    if (webhook === null) throw new NotFoundError('There is no webhook with this id.')
    const last = await tx.outboxEvent.aggregate({ _max: { id: true } })
    await tx.webhook.update({
      where: { id },
      data: {
        ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
        ...(changes.enabled && !webhook.enabled && { position: last._max.id ?? 0 }),
        ...(secret !== null && {
          secret,
          previousSecret: webhook.secret,
          previousSecretUntil: new Date(now.getTime() + overlapHours * HOUR_MS),
        }),
      },
    })
    await recordAudit(tx, actor, {
      action: 'updateWebhook',
      targetType: 'Webhook',
      targetId: id,
      details: { url: changes.url ?? webhook.url, secret: rotateSecret ? 'rotated' : null },
    })
  })
  return { webhookId: id, secret }
}
