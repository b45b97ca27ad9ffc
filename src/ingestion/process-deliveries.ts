import { availableParallelism } from 'node:os'
import type { ActionContext } from '../actions/action-context.ts'
import { claimDeliveries, returnDeliveries } from '../actions/claim-deliveries.ts'
import { prepareDelivery, storeDelivery } from '../actions/process-delivery.ts'
import { mapInOrder } from '../core/map-in-order.ts'
import { readPayload } from './adapters/read-payload.ts'

/** Deliveries that are begun in one write. */
const BATCH = 16
/** Deliveries that are prepared at once: enough that no core waits while one is stored. */
const READ_AHEAD = 2 * availableParallelism()

/**
 * Processes the deliveries that wait, each once, and those that come meanwhile. They are stored in the order in which they
 * came; texts are read ahead. Bugs are reported, and the next is taken.
 */
export async function processDeliveries(
  { db, extractors }: Pick<ActionContext, 'db' | 'extractors'>,
  {
    now,
    pause = async () => {},
    isStopped,
    onBug,
  }: {
    now: () => Date
    /** Waited for before each step, so that more urgent work has its turn. */
    pause?: () => Promise<void>
    /** Asked before each. */
    isStopped: () => boolean
    onBug: (error: unknown, deliveryId: number) => void
  },
): Promise<void> {
  let after = 0
  while (!isStopped()) {
    await pause()
    const claimed = await claimDeliveries(db, { after, limit: BATCH })
    const last = claimed.at(-1)
    if (last === undefined) return
    after = last.id
    const left = new Set(claimed.map(({ id }) => id))
    for await (const prepared of mapInOrder(claimed, READ_AHEAD, async (delivery) => {
      await pause()
      return prepareDelivery({ db, extractors, now: now() }, delivery, readPayload)
    })) {
      await pause()
      if (isStopped()) break
      const { id } = prepared.delivery
      left.delete(id)
      try {
        await storeDelivery({ db, extractors, now: now() }, prepared)
      } catch (error) {
        onBug(error, id)
      }
    }
    await returnDeliveries(db, [...left])
  }
}
