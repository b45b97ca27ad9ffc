import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { recordAudit } from './record.ts'

const NOT_FOUND =
  'There is no ingestion with this id: what was carried out is kept for DATELINE_DELIVERY_DAYS, what failed for DATELINE_FAILURE_DAYS. Have the CMS send it again.'

/**
 * Has a stored delivery processed anew, as after a fault was mended: it waits like one that has just come in. One that
 * waits already goes on waiting. Throws NotFoundError where there is no such delivery.
 */
export async function replayIngestion(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  id: number,
): Promise<number> {
  requireScope(actor, 'INGEST')
  return db.$transaction(async (tx) => {
    const delivery = await tx.delivery.findUnique({ where: { id }, select: { status: true } })
    if (delivery === null) {
      throw new NotFoundError(NOT_FOUND)
    }
    if (delivery.status === 'RECEIVED') return id
    await tx.delivery.update({
      where: { id },
      data: { status: 'RECEIVED', attempts: 0, error: null, outcome: null, processedAt: null },
    })
    await recordAudit(tx, actor, {
      action: 'replayIngestion',
      targetType: 'Delivery',
      targetId: id,
      details: { before: delivery.status },
    })
    return id
  })
}
