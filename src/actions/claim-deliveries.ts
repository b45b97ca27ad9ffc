import type { Db } from '../db/client.ts'

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDeliveries>>[number]

/**
 * Begins the deliveries that wait longest, and that no other process begins in this moment: several that were never begun
 * before, or a single one that was. One that brings the process down so takes the others with it once, not until it is given up.
 *
 * @param after the last delivery that was begun: those behind it
 * @returns in the order in which they came
 */
export async function claimDeliveries(
  db: Db,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  const waiting = await db.delivery.findMany({
    where: { status: 'RECEIVED', id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, attempts: true },
  })
  const attempts = waiting[0]?.attempts ?? 0
  const begunBefore = waiting.findIndex((delivery) => delivery.attempts > 0)
  const ids = waiting.slice(0, begunBefore === -1 ? limit : Math.max(1, begunBefore))
  const claimed = await db.delivery.updateManyAndReturn({
    where: { id: { in: ids.map(({ id }) => id) }, status: 'RECEIVED', attempts },
    data: { attempts: attempts + 1 },
    select: { id: true },
  })
  return db.delivery.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    include: { source: { select: { slug: true, adapter: true } } },
  })
}

/** Leaves deliveries that were begun, and not carried out, to the next process. */
export async function returnDeliveries(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.delivery.updateMany({
    where: { id: { in: [...ids] }, status: 'RECEIVED' },
    data: { attempts: { decrement: 1 } },
  })
}
