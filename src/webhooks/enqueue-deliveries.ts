import { randomUUID } from 'node:crypto'
import { readStrings } from '../core/read-strings.ts'
import { WEBHOOK_EVENTS } from '../core/webhook-event.ts'
import type { Db } from '../db/client.ts'
import { eventsAfter, type StoredEvent } from '../db/outbox.ts'
import { type Message, messagesOf } from './message.ts'

/** Events that are looked at in one transaction. */
const BATCH = 100

/**
 * Writes what each webhook is to be told of events that it was not told of yet, and how far it has come, in one
 * transaction: an event is neither left out nor told as two messages, wherever the process ends.
 *
 * @returns whether there may be more
 */
export async function enqueueDeliveries(db: Db, now: Date): Promise<boolean> {
  const webhooks = await db.webhook.findMany({ where: { enabled: true }, orderBy: { id: 'asc' } })
  if (webhooks.length === 0) return false
  const from = Math.min(...webhooks.map(({ position }) => position))
  const events = await eventsAfter(db, { id: from, limit: BATCH })
  const last = events.at(-1)
  if (last === undefined) return false

  const wanted = new Set(webhooks.flatMap(typesOf))
  const told = await Promise.all(
    events.map(async (event) => ({
      event,
      messages: await messagesOf(db, event, { wanted, now }),
    })),
  )
  const deliveries = webhooks.flatMap((webhook) =>
    told
      .filter(({ event }) => event.id > webhook.position)
      .flatMap(({ event, messages }) =>
        messages
          .filter((message) => isWanted(message, webhook))
          .map((message) => ({
            webhookId: webhook.id,
            ...deliveryOf(event, message),
            nextAttemptAt: now,
          })),
      ),
  )
  await db.$transaction(async (tx) => {
    // One that was deleted or changed in the meantime is looked at again, as it is then.
    const moved = await Promise.all(
      webhooks
        .filter(({ position }) => position < last.id)
        .map(async ({ id, position, updatedAt }) => {
          const { count } = await tx.webhook.updateMany({
            where: { id, position, updatedAt, enabled: true },
            data: { position: last.id, updatedAt },
          })
          return count > 0 ? [id] : []
        }),
    )
    const ids = new Set(moved.flat())
    const rows = deliveries.filter(({ webhookId }) => ids.has(webhookId))
    if (rows.length > 0) await tx.webhookDelivery.createMany({ data: rows })
  })
  return events.length === BATCH
}

function isWanted(
  { type, source }: Message,
  { events, sources }: { readonly events: unknown; readonly sources: unknown },
): boolean {
  const slugs = readStrings(sources)
  const isOfSource = slugs.length === 0 || (source !== null && slugs.includes(source))
  return isOfSource && typesOf({ events }).includes(type)
}

function typesOf({ events }: { readonly events: unknown }): readonly string[] {
  const types = readStrings(events)
  return types.length > 0 ? types : WEBHOOK_EVENTS
}

function deliveryOf(event: StoredEvent, { type, data }: Message) {
  const timestamp = event.createdAt.toISOString()
  return {
    eventId: event.id,
    messageId: `msg_${randomUUID()}`,
    type,
    body: JSON.stringify({ type, timestamp, data }),
  }
}
