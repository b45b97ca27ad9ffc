import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { type Viewer, visibleArticleSql } from './visibility.ts'

/** People in one statement; SQLite takes at most 500 terms in a compound SELECT. */
const PEOPLE_PER_STATEMENT = 200

/** The office or job that the newest article with one gives each person; null where no visible one does. */
export async function newestJobTitles(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Map<number, string | null>> {
  const titles = new Map<number, string | null>(ids.map((id) => [id, null]))
  for (let i = 0; i < ids.length; i += PEOPLE_PER_STATEMENT) {
    const selects = ids.slice(i, i + PEOPLE_PER_STATEMENT).map(
      (id) => Prisma.sql`SELECT * FROM (SELECT x."entityId" AS "id", x."jobTitle"
        FROM "ArticleEntity" x CROSS JOIN "Article" a ON a."id" = x."articleId"
        WHERE x."entityId" = ${id} AND x."jobTitle" IS NOT NULL AND ${visibleArticleSql(viewer)}
        ORDER BY x."orderedAt" DESC, x."articleId" DESC LIMIT 1)`,
    )
    const rows = await db.$queryRaw<{ id: number | bigint; jobTitle: string }[]>(
      Prisma.join(selects, ' UNION ALL '),
    )
    for (const { id, jobTitle } of rows) titles.set(Number(id), jobTitle)
  }
  return titles
}
