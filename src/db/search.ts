import type { HitKind, SearchPlace } from '../core/search-cursor.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'
import { hitsSql, type Search, type SearchType } from './search-hits.ts'
import type { Viewer } from './visibility.ts'

export interface SearchHit {
  readonly kind: HitKind
  readonly id: number
  readonly type: SearchType
  /** 0 to 1, relative to the best hit of its kind. */
  readonly score: number
}

interface HitRow {
  readonly kind: HitKind
  readonly id: number | bigint
  readonly type: SearchType
  readonly score: number
  readonly newestArticle: number | bigint
  readonly newestEntity: number | bigint
}

/** An entity whose name only contains the words stands behind the article that fits best. */
const PARTIAL_NAME = 0.9

/** The best `size` hits that `place` does not name, best first; equal ones in the order of their ids, entities first. */
export async function searchHits(
  db: Db,
  search: Search,
  { viewer, place, size }: { viewer: Viewer; place: SearchPlace | null; size: number },
): Promise<{ hits: readonly SearchHit[]; newest: SearchPlace['newest'] }> {
  const rows = await db.$queryRaw<HitRow[]>(Prisma.sql`
    WITH ${hitsSql(search, { viewer, ranked: true })}
    SELECT *, (SELECT MAX("id") FROM article_hits) AS "newestArticle", (SELECT MAX("id") FROM entity_hits) AS "newestEntity"
    FROM (
      SELECT * FROM (SELECT 'article' AS "kind", "id", 'ARTICLE' AS "type", "rank",
          "rank" / (SELECT MAX("rank") FROM article_hits) AS "score"
        FROM article_hits WHERE ${isLeft('article', place)} ORDER BY "rank" DESC, "id" LIMIT ${size})
      UNION ALL SELECT * FROM (SELECT 'entity', "id", "type", "rank",
          CASE WHEN "exact" THEN 1.0 ELSE ${PARTIAL_NAME} * "rank" / (SELECT MAX("rank") FROM entity_hits) END AS "score"
        FROM entity_hits WHERE ${isLeft('entity', place)} ORDER BY "score" DESC, "rank" DESC, "id" LIMIT ${size}))
    ORDER BY "score" DESC, "kind" DESC, "rank" DESC, "id" LIMIT ${size}`)
  const [row] = rows
  return {
    hits: rows.map(({ kind, id, type, score }) => ({
      kind,
      type,
      id: Number(id),
      score: Math.round(score * 10_000) / 10_000,
    })),
    newest: place?.newest ?? {
      article: Number(row?.newestArticle ?? 0),
      entity: Number(row?.newestEntity ?? 0),
    },
  }
}

const isLeft = (kind: HitKind, place: SearchPlace | null): Prisma.Sql =>
  place === null
    ? Prisma.sql`1 = 1`
    : Prisma.sql`"id" <= ${place.newest[kind]}
        AND "id" NOT IN ${listed(place.given[kind])}`

export async function countHits(db: Db, search: Search, viewer: Viewer): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number | bigint }[]>(
    Prisma.sql`WITH ${hitsSql(search, { viewer, ranked: false })} SELECT COUNT(*) AS "total" FROM hits`,
  )
  return Number(row?.total ?? 0)
}

const FACETS = ['type', 'source', 'entity', 'month'] as const
type FacetName = (typeof FACETS)[number]

export interface FacetCount {
  /** What a filter takes: a type, a slug, a month as 2025-12. */
  readonly value: string
  readonly label: string
  readonly count: number
}

/** Sources and entities in a facet: those with the most hits. */
const MAX_FACET_VALUES = 20
/** Months in a facet: the latest. */
const MAX_FACET_MONTHS = 24

/** How the hits are spread. Sources, entities and months count articles. */
export async function facetCounts(
  db: Db,
  search: Search,
  viewer: Viewer,
): Promise<Readonly<Record<FacetName, readonly FacetCount[]>>> {
  const articles = Prisma.sql`hits h CROSS JOIN "Article" a ON a."id" = h."id" AND h."kind" = 'article'`
  const mostFirst = Prisma.sql`ORDER BY "count" DESC, "value" LIMIT ${MAX_FACET_VALUES}`
  const rows = await db.$queryRaw<
    { facet: FacetName; value: string; label: string; count: number | bigint }[]
  >(Prisma.sql`
    WITH ${hitsSql(search, { viewer, ranked: false })}
    SELECT * FROM (SELECT 'type' AS "facet", "type" AS "value", "type" AS "label", COUNT(*) AS "count"
      FROM hits GROUP BY "type" ${mostFirst})
    UNION ALL SELECT * FROM (SELECT 'source', s."slug" AS "value", s."name", COUNT(*) AS "count"
      FROM ${articles} CROSS JOIN "Source" s ON s."id" = a."sourceId" GROUP BY s."id" ${mostFirst})
    UNION ALL SELECT * FROM (SELECT 'entity', e."slug" AS "value", e."name", COUNT(*) AS "count"
      FROM hits h CROSS JOIN "ArticleEntity" x ON x."articleId" = h."id" AND h."kind" = 'article'
        CROSS JOIN "Entity" e ON e."id" = x."entityId" AND e."mergedIntoId" IS NULL
      GROUP BY e."id" ${mostFirst})
    UNION ALL SELECT * FROM (SELECT 'month', strftime('%Y-%m', a."publishedAt") AS "value",
        strftime('%Y-%m', a."publishedAt"), COUNT(*) AS "count"
      FROM ${articles} WHERE a."publishedAt" IS NOT NULL
      GROUP BY "value" ORDER BY "value" DESC LIMIT ${MAX_FACET_MONTHS})`)
  const of = (name: FacetName) =>
    rows
      .filter(({ facet }) => facet === name)
      .map(({ value, label, count }) => ({ value, label, count: Number(count) }))
  return { type: of('type'), source: of('source'), entity: of('entity'), month: of('month') }
}
