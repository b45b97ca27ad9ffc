import type { Db } from '../db/client.ts'
import { pruneOldest } from '../db/prune-oldest.ts'

/**
 * Deletes messages to webhooks that were delivered before one time, and those that were given up before another; what is
 * still to be sent stays. Says how many.
 */
export async function pruneMessages(
  db: Db,
  { delivered, dead }: { readonly delivered: Date; readonly dead: Date },
): Promise<number> {
  const prune = (status: 'DELIVERED' | 'DEAD', before: Date) =>
    pruneOldest(before, {
      oldest: async (take) =>
        (
          await db.webhookDelivery.findMany({
            where: { status },
            orderBy: { id: 'asc' },
            take,
            select: { id: true, createdAt: true },
          })
        ).map(({ id, createdAt: at }) => ({ id, at })),
      remove: (ids) => db.webhookDelivery.deleteMany({ where: { id: { in: ids }, status } }),
    })
  return (await prune('DELIVERED', delivered)) + (await prune('DEAD', dead))
}
