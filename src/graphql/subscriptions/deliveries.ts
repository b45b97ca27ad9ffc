import { endable } from '../../core/endable.ts'
import type { Audience } from '../../core/outbox-event.ts'
import { readPosition, type StoredEvent } from '../../db/outbox.ts'
import type { Viewer } from '../../db/visibility.ts'
import type { Context } from '../context.ts'

/** One event on its way to one subscriber, with what that one may see at this moment. */
export interface Delivery {
  readonly event: StoredEvent
  readonly context: Context
}

/** What a subscription is told. Whoever stops listening must call `return`, which ends a pending `next` too. */
export interface Deliveries extends AsyncIterableIterator<Delivery, void, undefined> {
  /** The event behind which it started. */
  readonly startsBehind: number
}

/**
 * The events of some types, from the position that the subscriber names: in the header
 * Last-Event-ID, which clients send when they connect again, else in the argument.
 *
 * Each event is checked when it is handed out, with the rights that the subscriber has then: a
 * revoked key ends the stream with UNAUTHENTICATED.
 */
export async function openDeliveries(
  context: Context,
  {
    types,
    after,
    concerns,
  }: {
    readonly types: readonly string[]
    /** Id of the last event that the subscriber has. */
    readonly after: string | null | undefined
    /** Whether it is of interest and may be seen now, by the viewer of the delivery. */
    readonly concerns: (delivery: Delivery) => Promise<boolean>
  },
): Promise<Deliveries> {
  const startsBehind = await readPosition(context.db, context.lastEventId ?? after ?? null)
  const stop = new AbortController()

  async function* deliver(): AsyncGenerator<Delivery, void, undefined> {
    for await (const event of context.events.stream(startsBehind, stop.signal)) {
      if (!types.includes(event.type)) continue
      const delivery = { event, context: await context.renew() }
      if (!isFor(event, delivery.context.viewer)) continue
      if (await concerns(delivery)) yield delivery
    }
  }
  return { startsBehind, ...endable(deliver(), () => stop.abort()) }
}

function isFor({ audience }: StoredEvent, { seesUnpublished }: Viewer): boolean {
  const other: Audience = seesUnpublished ? 'PUBLIC' : 'READERS'
  return audience !== other
}
