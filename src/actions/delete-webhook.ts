import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { recordAudit } from './record.ts'

/** Forgets a webhook, with all that waits to be sent to it. Throws NotFoundError where there is none. */
export async function deleteWebhook(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  id: number,
): Promise<void> {
  requireScope(actor, 'ADMIN')
  await db.$transaction(async (tx) => {
    const webhook = await tx.webhook.findUnique({ where: { id } })
    if (webhook === null) throw new NotFoundError('There is no webhook with this id.')
    await tx.webhook.delete({ where: { id } })
    await recordAudit(tx, actor, {
      action: 'deleteWebhook',
      targetType: 'Webhook',
      targetId: id,
      details: { url: webhook.url },
    })
  })
}
