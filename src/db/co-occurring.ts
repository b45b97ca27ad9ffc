import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { type Viewer, visibleArticleSql } from './visibility.ts'

/** An entity beside another, and in how many of its articles. */
export interface CoOccurrence {
  readonly entityId: number
  readonly articleCount: number
}

/** Of an entity that more articles name, its newest are counted: what it costs does not grow with the archive. */
const NEWEST_ARTICLES = 1_000
/** SQLite takes at most 500 terms in a compound SELECT. */
const ENTITIES_PER_STATEMENT = 200

/** For each entity those that its newest articles name most often besides; ties by id. */
export async function coOccurring(
  db: Db,
  viewer: Viewer,
  {
    ids,
    type,
    first,
  }: {
    ids: readonly number[]
    type: 'PERSON' | 'PLACE' | 'ORGANIZATION' | null
    first: number
  },
): Promise<Map<number, CoOccurrence[]>> {
  const found = new Map<number, CoOccurrence[]>(ids.map((id) => [id, []]))
  const ofType = type === null ? Prisma.empty : Prisma.sql`AND o."entityType" = ${type}`
  for (let i = 0; i < ids.length; i += ENTITIES_PER_STATEMENT) {
    const selects = ids.slice(i, i + ENTITIES_PER_STATEMENT).map(
      (id) => Prisma.sql`SELECT * FROM (
        SELECT ${id} AS "of", o."entityId", COUNT(*) AS "articleCount"
        FROM (SELECT x."articleId" FROM "ArticleEntity" x CROSS JOIN "Article" a ON a."id" = x."articleId"
          WHERE x."entityId" = ${id} AND ${visibleArticleSql(viewer)}
          ORDER BY x."orderedAt" DESC, x."articleId" DESC LIMIT ${NEWEST_ARTICLES}) n
        CROSS JOIN "ArticleEntity" o ON o."articleId" = n."articleId"
        WHERE o."entityId" <> ${id} ${ofType}
        GROUP BY o."entityId" ORDER BY COUNT(*) DESC, o."entityId" LIMIT ${first})`,
    )
    const rows = await db.$queryRaw<Record<'of' | 'entityId' | 'articleCount', number | bigint>[]>(
      Prisma.join(selects, ' UNION ALL '),
    )
    for (const row of rows) {
      found
        .get(Number(row.of))
        ?.push({ entityId: Number(row.entityId), articleCount: Number(row.articleCount) })
    }
  }
  return found
}
