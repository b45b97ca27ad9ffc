import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'

export interface Companions {
  /** Those asked about that articles name beside the entity. */
  readonly others: readonly number[]
  /** What articles say that the person does. */
  readonly jobTitles: readonly string[]
}

/** Articles of an entity that are looked at: its newest. */
const ARTICLES = 50
/** Entities in one statement; SQLite takes at most 500 terms in a compound SELECT. */
const ENTITIES_PER_STATEMENT = 200

/** Which of `among` the newest articles name beside each entity, the article itself aside. */
export async function readCompanions(
  tx: Tx,
  {
    entityIds,
    among,
    articleId,
  }: {
    readonly entityIds: readonly number[]
    readonly among: readonly number[]
    readonly articleId: number | null
  },
): Promise<Map<number, Companions>> {
  const companions = new Map<number, { others: number[]; jobTitles: string[] }>(
    entityIds.map((id) => [id, { others: [], jobTitles: [] }]),
  )
  for (let i = 0; i < entityIds.length; i += ENTITIES_PER_STATEMENT) {
    const edges = entityIds.slice(i, i + ENTITIES_PER_STATEMENT).map(
      (
        id,
      ) => Prisma.sql`SELECT * FROM (SELECT x."entityId", x."articleId", x."jobTitle" FROM "ArticleEntity" x
        WHERE x."entityId" = ${id} AND x."articleId" <> ${articleId ?? 0}
        ORDER BY x."orderedAt" DESC, x."articleId" DESC LIMIT ${ARTICLES})`,
    )
    const rows = await tx.$queryRaw<
      { id: number | bigint; other: number | bigint | null; jobTitle: string | null }[]
    >(Prisma.sql`
      WITH edges AS MATERIALIZED (${Prisma.join(edges, ' UNION ALL ')})
      SELECT DISTINCT "entityId" AS "id", NULL AS "other", "jobTitle" FROM edges WHERE "jobTitle" IS NOT NULL
      UNION ALL SELECT DISTINCT g."entityId", y."entityId", NULL
        FROM edges g CROSS JOIN "ArticleEntity" y ON y."articleId" = g."articleId"
          AND y."entityId" IN ${listed(among)}`)
    for (const { id, other, jobTitle } of rows) {
      const found = companions.get(Number(id))
      if (other !== null) found?.others.push(Number(other))
      if (jobTitle !== null) found?.jobTitles.push(jobTitle)
    }
  }
  return companions
}
