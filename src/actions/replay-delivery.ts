import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { recordAudit } from './record.ts'

const NOT_FOUND =
  'There is no delivery with this id: delivered messages are kept for DATELINE_EVENT_DAYS, those given up for DATELINE_FAILURE_DAYS.'

/**
 * Has a message sent again, at once and with a new series of attempts, by the id that receivers know it by. Throws
 * NotFoundError where there is no such delivery.
 */
export async function replayDelivery(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  id: number,
): Promise<number> {
  requireScope(actor, 'ADMIN')
  await db.$transaction(async (tx) => {
    const delivery = await tx.webhookDelivery.findUnique({ where: { id } })
    if (delivery === null) throw new NotFoundError(NOT_FOUND)
    await tx.webhookDelivery.update({
      where: { id },
      data: { status: 'PENDING', attempts: 0, nextAttemptAt: now },
    })
    await recordAudit(tx, actor, {
      action: 'replayDelivery',
      targetType: 'WebhookDelivery',
      targetId: id,
      details: { before: delivery.status },
    })
  })
  return id
}
