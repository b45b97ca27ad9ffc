import type { Logger } from 'pino'
import type { RetentionConfig } from '../config.ts'
import type { Db } from '../db/client.ts'
import { pruneEvents } from '../db/outbox.ts'
import { pruneDeliveries } from '../ingestion/prune-deliveries.ts'
import { pruneMessages } from '../webhooks/prune-messages.ts'

const DAY_MS = 24 * 3_600_000

/** Deletes what is older than it is kept. */
export async function pruneOld(
  db: Db,
  { deliveryDays, eventDays, failureDays }: RetentionConfig,
  { log, now }: { readonly log: Logger; readonly now: Date },
): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS)
  const failed = daysAgo(failureDays)
  const events = await pruneEvents(db, daysAgo(eventDays))
  const messages = await pruneMessages(db, { delivered: daysAgo(eventDays), dead: failed })
  const deliveries = await pruneDeliveries(db, { settled: daysAgo(deliveryDays), failed })
  if (events + messages + deliveries === 0) return
  log.info({ events, messages, deliveries }, 'what is older than it is kept was deleted')
}
