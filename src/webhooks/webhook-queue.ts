import { enqueueDeliveries } from './enqueue-deliveries.ts'
import { type DueDelivery, type Sending, sendDelivery } from './send-delivery.ts'

/** How often the table is looked at without being woken, in milliseconds. */
const POLL_MS = 1_000
/** Webhooks that are sent to at the same time. */
const MAX_LANES = 20

export interface WebhookQueue {
  /** To be called after each commit: there may be something to tell. */
  wake(): void
  /** Resolves when nothing is due. */
  idle(): Promise<void>
  /** Breaks off what is being sent, to be sent again by the next process. */
  close(): Promise<void>
}

/**
 * Sends what webhooks are to be told, beside everything else. The queue is the table: what is due and what failed
 * outlives the process. Each webhook has a lane of its own, in which one message is sent after the other, so that
 * one that hangs holds up nobody else.
 */
export function startWebhookQueue(
  options: Omit<Sending, 'signal'> & { readonly onError: (error: unknown) => void },
): WebhookQueue {
  const { db, now } = options
  const stop = new AbortController()
  const sending = { ...options, signal: stop.signal }
  const lanes = new Map<number, Promise<void>>()
  let looking: Promise<void> | null = null
  let isWanted = false
  let isClosed = false
  const onError = (error: unknown): void => {
    // What close() broke off is sent again by the next process.
    if (!isClosed) options.onError(error)
  }

  async function look(): Promise<void> {
    while (isWanted && !isClosed) {
      isWanted = false
      if (await enqueueDeliveries(db, now())) isWanted = true
      await startLanes()
    }
  }

  async function startLanes(): Promise<void> {
    const due = await db.webhookDelivery.groupBy({
      by: ['webhookId'],
      where: { ...whereDue(now()), webhookId: { notIn: [...lanes.keys()] } },
      orderBy: { webhookId: 'asc' },
      take: Math.max(0, MAX_LANES - lanes.size),
    })
    for (const { webhookId } of isClosed ? [] : due) {
      const lane = sendAll(webhookId)
        .catch(onError)
        .finally(() => {
          lanes.delete(webhookId)
          // What waited for a free lane, or failed to be written down.
          if (lanes.size === MAX_LANES - 1) wake()
        })
      lanes.set(webhookId, lane)
    }
  }

  async function sendAll(webhookId: number): Promise<void> {
    for (;;) {
      if (isClosed) return
      const delivery: DueDelivery | null = await db.webhookDelivery.findFirst({
        where: { ...whereDue(now()), webhookId },
        orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }],
        include: { webhook: true },
      })
      if (delivery === null) return
      await sendDelivery(sending, delivery)
    }
  }

  function wake(): void {
    isWanted = true
    looking ??= look()
      .catch(onError)
      .finally(() => {
        looking = null
        if (isWanted && !isClosed) wake()
      })
  }
  const poll = setInterval(wake, POLL_MS)
  poll.unref()
  wake()

  async function idle(): Promise<void> {
    while (looking !== null || lanes.size > 0) await Promise.all([looking, ...lanes.values()])
  }
  return {
    wake,
    idle,
    close: async () => {
      isClosed = true
      clearInterval(poll)
      stop.abort()
      await idle()
    },
  }
}

const whereDue = (now: Date) =>
  ({ status: 'PENDING', nextAttemptAt: { lte: now }, webhook: { enabled: true } }) as const
