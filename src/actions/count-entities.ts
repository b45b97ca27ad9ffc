import { bySpan } from '../core/by-span.ts'
import { groupBy } from '../core/group-by.ts'
import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'

interface CountedArticle {
  readonly articleId: number
  readonly orderedAt: Date
}

/** Articles counted at once: a merge may concern very many. */
const ARTICLES_AT_ONCE = 100

/**
 * Brings the edges between an article and the entities that its current revision names up to date
 * with the mentions; rejected ones do not count. Says whether anything changed.
 */
export const countEntities = (tx: Tx, article: CountedArticle): Promise<boolean> =>
  countChunk(tx, [article])

/** The same for many articles, in a number of statements that grows with their hundreds. */
export async function countEntitiesOf(tx: Tx, articleIds: readonly number[]): Promise<void> {
  for (let i = 0; i < articleIds.length; i += ARTICLES_AT_ONCE) {
    const articles = await tx.article.findMany({
      where: { id: { in: articleIds.slice(i, i + ARTICLES_AT_ONCE) } },
      select: { id: true, orderedAt: true },
    })
    await countChunk(
      tx,
      articles.map(({ id, orderedAt }) => ({ articleId: id, orderedAt })),
    )
  }
}

async function countChunk(tx: Tx, articles: readonly CountedArticle[]): Promise<boolean> {
  const articleId = { in: articles.map((article) => article.articleId) }
  const mentions = await tx.mention.findMany({
    where: { articleId, current: true, reviewStatus: { not: 'REJECTED' } },
    select: {
      articleId: true,
      field: true,
      start: true,
      end: true,
      jobTitle: true,
      entity: { select: { id: true, type: true } },
    },
  })
  const stored = await tx.articleEntity.findMany({
    where: { articleId },
    orderBy: { position: 'asc' },
    select: {
      articleId: true,
      entityId: true,
      entityType: true,
      mentionCount: true,
      jobTitle: true,
      position: true,
      orderedAt: true,
    },
  })
  const named = groupBy(mentions, (mention) => mention.articleId)
  const known = groupBy(stored, (edge) => edge.articleId)
  const changed = articles
    .map((article) => ({ article, edges: edgesOf(article, named.get(article.articleId) ?? []) }))
    .filter(
      ({ article, edges }) =>
        JSON.stringify(known.get(article.articleId) ?? []) !== JSON.stringify(edges),
    )
  if (changed.length === 0) return false
  const replaced = changed.map(({ article }) => article.articleId).filter((id) => known.has(id))
  if (replaced.length > 0) {
    await tx.articleEntity.deleteMany({ where: { articleId: { in: replaced } } })
  }
  await insertRows(
    tx,
    'ArticleEntity',
    changed.flatMap(({ edges }) => edges),
  )
  return true
}

interface Named {
  readonly field: 'HEADLINE' | 'BODY'
  readonly start: number
  readonly end: number
  readonly jobTitle: string | null
  readonly entity: { readonly id: number; readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION' }
}

/** Entities by where each is first named. */
function edgesOf({ articleId, orderedAt }: CountedArticle, mentions: readonly Named[]) {
  const ordered = [...mentions].sort(bySpan)
  const counted = groupBy(ordered, ({ entity }) => entity.id)
  return [...counted].map(([entityId, [first, ...others]], position) => ({
    articleId,
    entityId,
    entityType: first.entity.type,
    mentionCount: others.length + 1,
    jobTitle: [first, ...others].find(({ jobTitle }) => jobTitle !== null)?.jobTitle ?? null,
    position,
    orderedAt,
  }))
}
