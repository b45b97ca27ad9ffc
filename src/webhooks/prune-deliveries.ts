import type { Db } from '../db/client.ts'

/** Deletes messages from before this time that are no longer to be sent, and says how many. */
export async function pruneDeliveries(db: Db, before: Date): Promise<number> {
  const { count } = await db.webhookDelivery.deleteMany({
    where: { createdAt: { lt: before }, status: { not: 'PENDING' } },
  })
  return count
}
