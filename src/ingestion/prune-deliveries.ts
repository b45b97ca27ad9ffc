import type { Db } from '../db/client.ts'
import { pruneOldest } from '../db/prune-oldest.ts'

/**
 * Deletes deliveries that came in before one time, with what the CMS sent, and failed ones of before another; what still waits
 * stays. Says how many. The same payload is then a delivery of its own, which changes nothing.
 */
export async function pruneDeliveries(
  db: Db,
  { settled, failed }: { readonly settled: Date; readonly failed: Date },
): Promise<number> {
  const prune = (status: 'DONE' | 'IGNORED' | 'FAILED', before: Date) =>
    pruneOldest(before, {
      oldest: async (take) =>
        (
          await db.delivery.findMany({
            where: { status },
            orderBy: { id: 'asc' },
            take,
            select: { id: true, receivedAt: true },
          })
        ).map(({ id, receivedAt: at }) => ({ id, at })),
      remove: (ids) => db.delivery.deleteMany({ where: { id: { in: ids }, status } }),
    })
  const counts = [
    await prune('DONE', settled),
    await prune('IGNORED', settled),
    await prune('FAILED', failed),
  ]
  return counts.reduce((sum, count) => sum + count)
}
