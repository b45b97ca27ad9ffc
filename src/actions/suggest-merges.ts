import type { MergeReason } from '../core/merge-reason.ts'
import type { Tx } from '../db/client.ts'
import type { Scored } from './choose-candidate.ts'

/** For one new entity: more would be a list of everybody named Smith. */
const MAX_SUGGESTIONS = 5

/** Remembers whom new entities may be, for people to decide; what they decided already is not asked again. */
export async function suggestMerges(
  tx: Tx,
  created: readonly { readonly id: number; readonly scored: readonly Scored[] }[],
  { articleId = null }: { readonly articleId?: number | null },
): Promise<void> {
  const pairs = new Map(
    created.flatMap(({ id, scored }) =>
      scored
        .filter(({ candidate }) => candidate.id !== id)
        .slice(0, MAX_SUGGESTIONS)
        .map(({ candidate, evidence, score }) => {
          const [aId, bId] = id < candidate.id ? [id, candidate.id] : [candidate.id, id]
          const reasons: MergeReason[] =
            evidence.weight > 0 ? [candidate.reason, 'SHARED_CONTEXT'] : [candidate.reason]
          return [`${aId} ${bId}`, { aId, bId, score, reasons, articleId }] as const
        }),
    ),
  )
  if (pairs.size === 0) return
  const either = { OR: [...pairs.values()].map(({ aId, bId }) => ({ aId, bId })) }
  const select = { aId: true, bId: true }
  const known = [
    ...(await tx.mergeSuggestion.findMany({ where: either, select })),
    ...(await tx.notSame.findMany({ where: either, select })),
  ]
  for (const { aId, bId } of known) pairs.delete(`${aId} ${bId}`)
  if (pairs.size > 0) await tx.mergeSuggestion.createMany({ data: [...pairs.values()] })
}
