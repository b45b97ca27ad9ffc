import { figureOrders } from '../core/orders.ts'
import type { Key } from '../core/page.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { pageSql } from './keyset.ts'
import { notRejectedSql, type Viewer, visibleArticleSql } from './visibility.ts'

/** Which figures, by ids of what the viewer may see; null where it does not matter. */
export interface FigureIds {
  readonly metricId: number | null
  /** The place, or what lies in it. */
  readonly placeId: number | null
  readonly claimantId: number | null
  readonly sourceId: number | null
  readonly articleId: number | null
  /** When their article was published: inclusive, exclusive. */
  readonly from: Date | null
  readonly to: Date | null
}

const ORDER = figureOrders.PUBLISHED_AT('ASC')

/**
 * Ids of the next figures in the order of publication, behind a key. SQL, since the join must go from figures to articles: the
 * other way, which SQLite takes by itself, reads and sorts all figures for each page.
 */
export async function selectedFigureIds(
  db: Db,
  viewer: Viewer,
  { wanted, after, size }: { wanted: FigureIds; after: Key | null; size: number },
): Promise<number[]> {
  const { bounds, orderBy } = pageSql(ORDER, { size, backwards: false, after, before: null })
  const rows = await db.$queryRaw<{ id: number | bigint }[]>(Prisma.sql`SELECT x."id"
    FROM ${from(viewer, wanted)} ${bounds} ORDER BY ${orderBy} LIMIT ${size}`)
  return rows.map(({ id }) => Number(id))
}

export async function countSelectedFigures(
  db: Db,
  viewer: Viewer,
  wanted: FigureIds,
): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number | bigint }[]>(
    Prisma.sql`SELECT COUNT(*) AS "total" FROM ${from(viewer, wanted)}`,
  )
  return Number(row?.total ?? 0)
}

function from(viewer: Viewer, wanted: FigureIds): Prisma.Sql {
  const { metricId, placeId, claimantId, sourceId, articleId } = wanted
  const conditions = [
    Prisma.sql`x."current" = ${true} AND ${notRejectedSql('x')} AND ${visibleArticleSql(viewer)}`,
    ...(metricId === null ? [] : [Prisma.sql`x."metricId" = ${metricId}`]),
    ...(claimantId === null ? [] : [Prisma.sql`x."claimantId" = ${claimantId}`]),
    ...(articleId === null ? [] : [Prisma.sql`x."articleId" = ${articleId}`]),
    ...(sourceId === null ? [] : [Prisma.sql`a."sourceId" = ${sourceId}`]),
    ...(placeId === null
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM "FigurePlace" p CROSS JOIN "PlaceAncestor" q ON q."placeId" = p."placeId"
            WHERE p."figureId" = x."id" AND q."ancestorId" = ${placeId})`,
        ]),
    ...(wanted.from === null ? [] : [Prisma.sql`x."orderedAt" >= ${wanted.from}`]),
    ...(wanted.to === null ? [] : [Prisma.sql`x."orderedAt" < ${wanted.to}`]),
  ]
  return Prisma.sql`"Figure" x CROSS JOIN "Article" a ON a."id" = x."articleId" WHERE ${Prisma.join(conditions, ' AND ')}`
}
