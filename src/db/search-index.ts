import { spaceOut } from '../core/space-out.ts'
import type { Db, Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'
import { notRejectedSql } from './visibility.ts'

/** Articles in one statement, and in one transaction of those that are filled in: others may write in between. */
const BATCH = 100

interface SourceRow {
  readonly id: number | bigint
  readonly headline: string
  readonly dek: string | null
  readonly body: string
  /** One a line. */
  readonly entities: string | null
  readonly figures: string | null
}

/**
 * Writes articles anew into the full-text index, as they are now: call it in every transaction that changes an article's
 * current revision, its entities, an entity's name, or its figures. Deleted articles leave the index by themselves.
 *
 * Of an entity it takes the names that the article itself uses and those that people gave: a name that another article brought
 * may come from one that is not public, and would make what is found depend on the order in which articles came in.
 */
export async function indexArticles(tx: Tx, articleIds: readonly number[]): Promise<void> {
  for (let i = 0; i < articleIds.length; i += BATCH) {
    await indexBatch(tx, articleIds.slice(i, i + BATCH))
  }
}

/** A condition on the alias "n" and the article "a". */
const isIndexed = Prisma.sql`(n."provenance" = 'HUMAN'
  OR EXISTS (SELECT 1 FROM "AliasUse" u WHERE u."aliasId" = n."id" AND u."articleId" = a."id"))`

async function indexBatch(tx: Tx, articleIds: readonly number[]): Promise<void> {
  const rows = await tx.$queryRaw<SourceRow[]>(Prisma.sql`
    SELECT a."id", r."headline", r."dek", r."bodyText" AS "body",
      (SELECT group_concat(n."name", char(10) ORDER BY x."position", n."id")
        FROM "ArticleEntity" x JOIN "Alias" n ON n."entityId" = x."entityId"
        WHERE x."articleId" = a."id" AND ${isIndexed}) AS "entities",
      (SELECT group_concat(concat_ws(char(10), m."label", f."measure", f."population", f."attributionLabel",
          (SELECT group_concat(n."name", char(10) ORDER BY n."id") FROM "Alias" n WHERE n."entityId" = f."claimantId" AND ${isIndexed})),
          char(10) ORDER BY f."id")
        FROM "Figure" f LEFT JOIN "Metric" m ON m."id" = f."metricId"
        WHERE f."articleId" = a."id" AND f."current" = ${true} AND ${notRejectedSql('f')}) AS "figures"
    FROM "Article" a JOIN "ArticleRevision" r ON r."id" = a."currentRevisionId"
    WHERE a."id" IN ${listed(articleIds)}`)
  if (rows.length === 0) return
  const values = rows.map(({ id, headline, dek, body, entities, figures }) => {
    const texts = [headline, dek ?? '', body, onceEach(entities), onceEach(figures)].map(spaceOut)
    return Prisma.sql`(${id}, ${Prisma.join(texts)})`
  })
  await tx.$executeRaw(Prisma.sql`
    INSERT OR REPLACE INTO "article_fts" (rowid, "headline", "dek", "body", "entities", "figures")
    VALUES ${Prisma.join(values)}`)
}

const onceEach = (lines: string | null): string =>
  [...new Set(lines?.split('\n'))].filter((line) => line !== '').join('\n')

/**
 * Indexes the articles that the index lacks, such as those of a database from before there was one. It may be cut short
 * at any moment and goes on where it was.
 *
 * @returns how many articles it indexed
 */
export async function fillSearchIndex(db: Db): Promise<number> {
  let filled = 0
  for (;;) {
    const batch = await db.$transaction(async (tx) => {
      const missing = await tx.$queryRaw<{ id: number | bigint }[]>(Prisma.sql`
        SELECT a."id" FROM "Article" a LEFT JOIN "article_fts_docsize" d ON d."id" = a."id"
        WHERE d."id" IS NULL AND a."currentRevisionId" IS NOT NULL ORDER BY a."id" LIMIT ${BATCH}`)
      const ids = missing.map(({ id }) => Number(id))
      await indexArticles(tx, ids)
      return ids.length
    })
    filled += batch
    if (batch < BATCH) return filled
  }
}
