import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { type Viewer, visibleArticleSql } from './visibility.ts'

/** What of a claim depends on who looks: it is read with the figures that the viewer may see. */
export interface ClaimFacts {
  /** Distinct articles that print it. */
  readonly articleCount: number
  readonly firstReportedAt: Date
  readonly lastReportedAt: Date
  /** The first figure that says so: the claim's wording. */
  readonly firstFigureId: number
}

/** Ids in one statement. */
const CLAIMS_PER_STATEMENT = 5_000

/** Claims of which the viewer may see no figure are left out. */
export async function claimFacts(
  db: Db,
  viewer: Viewer,
  claimIds: readonly number[],
): Promise<Map<number, ClaimFacts>> {
  const facts = new Map<number, ClaimFacts>()
  for (let i = 0; i < claimIds.length; i += CLAIMS_PER_STATEMENT) {
    const ids = claimIds.slice(i, i + CLAIMS_PER_STATEMENT)
    const rows = await db.$queryRaw<Row[]>(Prisma.sql`
      SELECT g.*, (SELECT MIN(f."id") FROM "Figure" f JOIN "Article" a ON a."id" = f."articleId"
          WHERE f."claimId" = g."claimId" AND f."orderedAt" = g."first" AND f."current" = ${true}
            AND ${visibleArticleSql(viewer)}) AS "figure"
      FROM (SELECT f."claimId" AS "claimId", COUNT(DISTINCT f."articleId") AS "articles",
          MIN(f."orderedAt") AS "first", MAX(f."orderedAt") AS "last"
        FROM "Figure" f JOIN "Article" a ON a."id" = f."articleId"
        WHERE f."claimId" IN (${Prisma.join(ids)}) AND f."current" = ${true}
          AND ${visibleArticleSql(viewer)}
        GROUP BY f."claimId") g`)
    for (const row of rows) {
      facts.set(Number(row.claimId), {
        articleCount: Number(row.articles),
        firstReportedAt: toDate(row.first),
        lastReportedAt: toDate(row.last),
        firstFigureId: Number(row.figure),
      })
    }
  }
  return facts
}

interface Row {
  readonly claimId: number | bigint
  readonly articles: number | bigint
  readonly first: Date | string | number
  readonly last: Date | string | number
  readonly figure: number | bigint
}

const toDate = (value: Date | string | number): Date =>
  value instanceof Date ? value : new Date(value)
