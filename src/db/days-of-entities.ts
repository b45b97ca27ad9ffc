import { groupBy } from '../core/group-by.ts'
import type { DayCounts } from '../core/timeline.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { entityFigures } from './relations.ts'
import { type Viewer, visibleArticleSql } from './visibility.ts'

interface CountRow {
  readonly entityId: number | bigint
  readonly day: string
  readonly articles: number | bigint
  readonly mentions: number | bigint
  readonly figures: number | bigint
}

/**
 * For each entity the days on which articles that may be seen name it, with how many, how often, and how many of their figures
 * it claims or that apply where it is. Days are those of publication, in UTC, in no order.
 */
export async function daysOfEntities(
  db: Db,
  viewer: Viewer,
  { ids, from, to }: { ids: readonly number[]; from: Date | null; to: Date | null },
): Promise<Map<number, DayCounts[]>> {
  const time = Prisma.sql`${from ? Prisma.sql`AND x."orderedAt" >= ${from}` : Prisma.empty}
    ${to ? Prisma.sql`AND x."orderedAt" < ${to}` : Prisma.empty}`
  const said = entityFigures(viewer)
  const rows = await db.$queryRaw<CountRow[]>(Prisma.sql`
    SELECT "entityId", "day", SUM("articles") AS "articles", SUM("mentions") AS "mentions", SUM("figures") AS "figures"
    FROM (
      SELECT x."entityId", substr(x."orderedAt", 1, 10) AS "day",
        1 AS "articles", x."mentionCount" AS "mentions", 0 AS "figures"
      FROM "ArticleEntity" x JOIN "Article" a ON a."id" = x."articleId"
      WHERE x."entityId" IN (${Prisma.join([...ids])}) AND ${visibleArticleSql(viewer)} ${time}
      UNION ALL
      SELECT x."entityId", substr(x."orderedAt", 1, 10), 0, 0, 1 FROM ${said.from}
      WHERE x."entityId" IN (${Prisma.join([...ids])}) AND ${said.where} ${time})
    GROUP BY "entityId", "day"`)
  const byEntity = groupBy(rows, ({ entityId }) => Number(entityId))
  return new Map(
    ids.map((id) => [
      id,
      (byEntity.get(id) ?? []).map(({ day, articles, mentions, figures }) => ({
        day,
        articles: Number(articles),
        mentions: Number(mentions),
        figures: Number(figures),
      })),
    ]),
  )
}
