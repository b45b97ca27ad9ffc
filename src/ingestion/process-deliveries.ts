import type { ActionContext } from '../actions/action-context.ts'
import { processDelivery } from '../actions/process-delivery.ts'
import { readPayload } from './adapters/read-payload.ts'

/**
 * Processes the deliveries that wait, each once, in the order in which they came, and those that come meanwhile. Bugs are
 * reported, and the next is taken.
 */
export async function processDeliveries(
  { db, extractors }: Pick<ActionContext, 'db' | 'extractors'>,
  {
    now,
    isStopped,
    onBug,
  }: {
    now: () => Date
    /** Asked before each. */
    isStopped: () => boolean
    onBug: (error: unknown, deliveryId: number) => void
  },
): Promise<void> {
  let last = 0
  while (!isStopped()) {
    const next = await db.delivery.findFirst({
      where: { status: 'RECEIVED', id: { gt: last } },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    if (next === null) return
    last = next.id
    try {
      await processDelivery({ db, extractors, now: now() }, next.id, readPayload)
    } catch (error) {
      onBug(error, next.id)
    }
  }
}
