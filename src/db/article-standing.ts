import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { visibleArticleSql } from './visibility.ts'

export interface ArticleStanding {
  /** Slug; null where there is no such article (any more). */
  readonly source: string | null
  /** Number of the current revision. */
  readonly revision: number | null
  /** Whether everyone may see it. */
  readonly isPublic: boolean
}

/** What decides whom a change of an article is told: one statement, since every change asks. */
export async function articleStanding(
  tx: Tx,
  { articleId, now }: { readonly articleId: number; readonly now: Date },
): Promise<ArticleStanding> {
  const isPublic = visibleArticleSql({ seesUnpublished: false, now })
  const [row] = await tx.$queryRaw<
    { source: string; revision: number | bigint | null; isPublic: number | bigint | boolean }[]
  >(Prisma.sql`
    SELECT s."slug" AS "source", r."number" AS "revision", (${isPublic}) AS "isPublic" FROM "Article" a
    JOIN "Source" s ON s."id" = a."sourceId" LEFT JOIN "ArticleRevision" r ON r."id" = a."currentRevisionId"
    WHERE a."id" = ${articleId}`)
  if (row === undefined) return { source: null, revision: null, isPublic: false }
  const { source, revision } = row
  return {
    source,
    revision: revision === null ? null : Number(revision),
    isPublic: Number(row.isPublic) === 1,
  }
}
