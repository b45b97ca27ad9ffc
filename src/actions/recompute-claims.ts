import type { Db } from '../db/client.ts'
import { updateClaims } from './update-claims.ts'

/** Forgets all claims and makes them again from the figures: what they would be anyway. */
export async function recomputeClaims(db: Db): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.figure.updateMany({
        where: { OR: [{ claimKey: { not: null } }, { claimId: { not: null } }] },
        data: { claimKey: null, claimId: null },
      })
      await tx.claim.deleteMany({})
      await updateClaims(tx, {})
    },
    { maxWait: 60_000, timeout: 3_600_000 },
  )
}
