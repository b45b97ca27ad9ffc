import { AppError, InvalidInputError } from '../core/app-error.ts'
import type { Db } from './client.ts'
import { pruneOldest } from './prune-oldest.ts'

/** An event as it is stored; see `core/outbox-event.ts` for its types and audiences. */
export type StoredEvent = NonNullable<Awaited<ReturnType<Db['outboxEvent']['findFirst']>>>

/** Id of the newest event; 0 where there is none. Ids grow in the order of commits and are never reused. */
export async function lastEventId(db: Db): Promise<number> {
  const row = await db.outboxEvent.findFirst({ select: { id: true }, orderBy: { id: 'desc' } })
  return row?.id ?? 0
}

/** The events behind this one, oldest first. */
export const eventsAfter = (
  db: Db,
  { id, limit }: { readonly id: number; readonly limit: number },
): Promise<StoredEvent[]> =>
  db.outboxEvent.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' }, take: limit })

/**
 * The place of a client in the list of events: behind the one that it names, before all that are kept where that
 * is "0", else behind the newest.
 *
 * Throws InvalidInputError where there was no such event yet, and AppError EVENTS_PRUNED where
 * some of those behind it are no longer kept.
 */
export async function readPosition(db: Db, named: string | null): Promise<number> {
  const last = await lastEventId(db)
  if (named === null) return last
  if (named === '0') return (await oldestEventId(db)) - 1
  const id = /^\d{1,15}$/.test(named) ? Number(named) : null
  if (id === null || id > last) {
    throw new InvalidInputError(
      `There is no event "${named.slice(0, 20)}" to go on from: give the id of an event that you received, or none to start with the next one.`,
      'after',
    )
  }
  await refuseGap(db, id)
  return id
}

/** Throws AppError EVENTS_PRUNED where events behind this one are no longer kept. */
export async function refuseGap(db: Db, id: number): Promise<void> {
  if (id >= (await oldestEventId(db)) - 1) return
  throw new AppError(
    'EVENTS_PRUNED',
    `Events behind ${id} are no longer kept: read what you need with a query, then subscribe again without a position.`,
  )
}

async function oldestEventId(db: Db): Promise<number> {
  const row = await db.outboxEvent.findFirst({ select: { id: true }, orderBy: { id: 'asc' } })
  return row?.id ?? 1
}

/**
 * Deletes events from before this time, and says how many. The newest one stays, as it tells where the list ends,
 * and so do those that some webhook was not told of yet.
 */
export async function pruneEvents(db: Db, before: Date): Promise<number> {
  const webhooks = await db.webhook.aggregate({
    where: { enabled: true },
    _min: { position: true },
  })
  const last = Math.min(await lastEventId(db), webhooks._min.position ?? Number.MAX_SAFE_INTEGER)
  return pruneOldest(before, {
    oldest: async (take) =>
      (
        await db.outboxEvent.findMany({
          where: { id: { lt: last } },
          orderBy: { id: 'asc' },
          take,
          select: { id: true, createdAt: true },
        })
      ).map(({ id, createdAt: at }) => ({ id, at })),
    remove: (ids) => db.outboxEvent.deleteMany({ where: { id: { in: ids } } }),
  })
}
