import type { MayBeOneEvent } from '../core/conflicts.ts'
import type { Db } from './client.ts'

/**
 * Two claims are taken to be about different events when no article prints both and their articles name nobody
 * and nothing in common. An article that names nothing may be about anything.
 */
export async function articlesLinked(
  db: Db,
  articleIds: readonly number[],
): Promise<MayBeOneEvent> {
  const rows = await db.articleEntity.findMany({
    where: { articleId: { in: [...new Set(articleIds)] } },
    select: { articleId: true, entityId: true },
  })
  const named = new Map<number, Set<number>>()
  for (const { articleId, entityId } of rows) {
    const entities = named.get(articleId) ?? new Set<number>()
    named.set(articleId, entities.add(entityId))
  }
  const linked = (a: number, b: number): boolean => {
    const [left, right] = [named.get(a), named.get(b)]
    if (a === b || left === undefined || right === undefined) return true
    return [...left].some((entity) => right.has(entity))
  }
  return (one, other) => one.articleIds.some((a) => other.articleIds.some((b) => linked(a, b)))
}
