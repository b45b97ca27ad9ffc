import { bySpan } from '../core/by-span.ts'
import type { Tx } from '../db/client.ts'

/**
 * Brings the edges between an article and the entities that its current revision names up to date
 * with the mentions; rejected ones do not count. Says whether anything changed.
 */
export async function countEntities(
  tx: Tx,
  { articleId, orderedAt }: { readonly articleId: number; readonly orderedAt: Date },
): Promise<boolean> {
  const mentions = await tx.mention.findMany({
    where: { articleId, current: true, reviewStatus: { not: 'REJECTED' } },
    select: { field: true, start: true, end: true, entity: { select: { id: true, type: true } } },
  })
  const counts = new Map<
    number,
    { entityType: (typeof mentions)[number]['entity']['type']; mentionCount: number }
  >()
  for (const { entity } of mentions.sort(bySpan)) {
    const counted = counts.get(entity.id) ?? { entityType: entity.type, mentionCount: 0 }
    counts.set(entity.id, { ...counted, mentionCount: counted.mentionCount + 1 })
  }
  const edges = [...counts].map(([entityId, count], position) => ({
    articleId,
    entityId,
    ...count,
    position,
    orderedAt,
  }))
  const stored = await tx.articleEntity.findMany({
    where: { articleId },
    orderBy: { position: 'asc' },
    select: {
      articleId: true,
      entityId: true,
      entityType: true,
      mentionCount: true,
      position: true,
      orderedAt: true,
    },
  })
  if (JSON.stringify(stored) === JSON.stringify(edges)) return false
  await tx.articleEntity.deleteMany({ where: { articleId } })
  await tx.articleEntity.createMany({ data: edges })
  return true
}
