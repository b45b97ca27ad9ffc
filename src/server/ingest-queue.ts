import type { Logger } from 'pino'
import type { Db } from '../db/client.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { processDeliveries } from '../ingestion/process-deliveries.ts'

/** How long a delivery that another process asked to replay may wait, in milliseconds. */
const POLL_MS = 2_000

export interface IngestQueue {
  /** Tells that a delivery waits. */
  wake(): void
  /** Resolves when no delivery is worked on. */
  idle(): Promise<void>
  /** Takes no more deliveries; resolves when the one at hand is done. */
  close(): Promise<void>
}

/**
 * Processes deliveries one after the other beside the requests: those of a server that was killed first, then each as it
 * comes. The queue is the table, so nothing is lost with the process.
 */
export function startIngestQueue({
  db,
  extractors,
  log,
  pause,
  now = () => new Date(),
}: {
  readonly db: Db
  readonly extractors: Extractors
  readonly log: Logger
  /** Asked before each step: resolves when nobody waits for something else. */
  readonly pause: () => Promise<void>
  readonly now?: () => Date
}): IngestQueue {
  let running: Promise<void> | null = null
  let isWanted = false
  let isClosed = false

  const drain = async (): Promise<void> => {
    while (isWanted && !isClosed) {
      isWanted = false
      await processDeliveries(
        { db, extractors },
        {
          now,
          pause,
          isStopped: () => isClosed,
          onBug: (error, deliveryId) => log.error({ err: error, deliveryId }, 'a delivery failed'),
        },
      )
    }
  }
  const wake = (): void => {
    isWanted = true
    running ??= drain()
      .catch((error: unknown) => log.error({ err: error }, 'the queue of deliveries stopped'))
      .finally(() => {
        running = null
        if (isWanted && !isClosed) wake()
      })
  }
  const poll = setInterval(wake, POLL_MS)
  poll.unref()
  wake()
  return {
    wake,
    idle: async () => {
      while (running !== null) await running
    },
    close: async () => {
      isClosed = true
      clearInterval(poll)
      await running
    },
  }
}
