import type { Context } from '../context.ts'
import { loadClaimWording } from './claim-wording.ts'

/** Who makes a claim, as the type Attribution takes it. */
export async function claimAttribution(
  context: Context,
  { id, claimantId }: { readonly id: number; readonly claimantId: number | null },
) {
  return { ...(await loadClaimWording(context, id)), claimantId }
}
