import { groupBy } from '../core/group-by.ts'
import { newestArticles } from '../core/orders.ts'
import type { Db } from './client.ts'
import { pagesByParent } from './pages-by-parent.ts'
import { entityArticles } from './relations.ts'
import type { Viewer } from './visibility.ts'

/** An article that names some of the same entities as another. */
export interface RelatedArticle {
  readonly articleId: number
  readonly score: number
  /** What both name, the rarest first. */
  readonly entityIds: readonly number[]
}

/** Entities of an article that count, by first mention. */
const MAX_ENTITIES = 40
/** Articles of an entity that are looked at; of a more frequent one the newest. */
const NEWEST_ARTICLES = 100
/** Articles that are compared as a whole. */
const MAX_CANDIDATES = 100

/**
 * For each article those that share entities with it, weighted by rarity: each shared entity counts 1 / ln(number of articles
 * that name it), as in L. Adamic and E. Adar, "Friends and neighbors on the Web" (2003); from 100 articles on all are equally
 * frequent. Only articles that may be seen are given, and count. Ties: the newer first.
 */
export async function relatedArticles(
  db: Db,
  viewer: Viewer,
  { ids, first }: { ids: readonly number[]; first: number },
): Promise<Map<number, RelatedArticle[]>> {
  const edges = await db.articleEntity.findMany({
    where: { articleId: { in: [...ids] }, position: { lt: MAX_ENTITIES } },
    select: { articleId: true, entityId: true },
  })
  const entitiesOf = groupBy(edges, ({ articleId }) => articleId)
  const pages = await pagesByParent(db, entityArticles(viewer), {
    parents: [...new Set(edges.map(({ entityId }) => entityId))],
    order: newestArticles,
    page: { size: NEWEST_ARTICLES - 1, backwards: false, after: null, before: null },
  })
  const weights = new Map(
    [...pages].map(([id, rows]) => [id, 1 / Math.log(Math.max(2, rows.length))]),
  )
  const weigh = (entityIds: readonly number[]) =>
    entityIds.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0)

  const candidates = new Map(
    ids.map((id) => {
      const shared = new Map<number, number[]>()
      for (const { entityId } of entitiesOf.get(id) ?? []) {
        for (const { node } of pages.get(entityId) ?? []) {
          if (node !== id) shared.set(node, [...(shared.get(node) ?? []), entityId])
        }
      }
      const best = [...shared]
        .map(([articleId, entityIds]) => ({ articleId, score: weigh(entityIds) }))
        .sort((a, b) => b.score - a.score || b.articleId - a.articleId)
      return [id, best.slice(0, MAX_CANDIDATES).map(({ articleId }) => articleId)]
    }),
  )
  const compared = await db.articleEntity.findMany({
    where: { articleId: { in: [...new Set([...candidates.values()].flat())] } },
    select: { articleId: true, entityId: true, orderedAt: true },
  })
  const namedBy = groupBy(compared, ({ articleId }) => articleId)
  return new Map(
    ids.map((id) => {
      const own = new Set((entitiesOf.get(id) ?? []).map(({ entityId }) => entityId))
      const related = (candidates.get(id) ?? []).map((articleId) => {
        const rows = namedBy.get(articleId) ?? []
        const entityIds = rows
          .flatMap(({ entityId }) => (own.has(entityId) ? [entityId] : []))
          .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b)
        const time = rows[0]?.orderedAt.getTime() ?? 0
        return { articleId, score: weigh(entityIds), entityIds, time }
      })
      related.sort((a, b) => b.score - a.score || b.time - a.time || b.articleId - a.articleId)
      return [id, related.slice(0, first).map(({ time, ...article }) => article)]
    }),
  )
}
