import { foldKey } from '../core/fold-key.ts'
import { articleMatch, nameMatch } from '../core/search-match.ts'
import type { SearchNode } from '../core/search-query.ts'
import { Prisma } from './generated/client/client.ts'
import { type SearchFilter, searchFilterSql } from './search-filter.ts'
import { type Viewer, visibleAliasSql, visibleArticleSql } from './visibility.ts'

export type SearchType = 'ARTICLE' | 'PERSON' | 'PLACE' | 'ORGANIZATION'

/** One search, read and checked. */
export interface Search {
  /** As it was typed. */
  readonly text: string
  readonly query: SearchNode
  readonly types: readonly SearchType[]
  readonly filter: SearchFilter
}

/** bm25 weights of headline, dek, body, entities, figures: a word in the headline counts as ten in the text. */
const WEIGHTS = Prisma.raw('10.0, 5.0, 1.0, 4.0, 2.0')
/** An article of today counts this much more than a very old one: less than a word in the headline does. */
const RECENCY = 0.5
/** After so many days half of that is gone. */
const HALF_LIFE_DAYS = 90
/**
 * Weight of a match in the other number ("drone" for "drones"). bm25 takes the two for different words, and the rarer one
 * for the more telling, which it is not.
 */
const OTHER_NUMBER = 0.05
interface Reading {
  readonly viewer: Viewer
  /** Without it every rank is 0, which is cheaper. */
  readonly ranked: boolean
}

/**
 * `WITH` tables of everything that matches and that the viewer may see, each once: article_hits (id, rank), entity_hits
 * (id, type, rank, exact) and both as hits (kind, id, type). Ranks are above 0, and compare within their table only.
 */
export function hitsSql(search: Search, reading: Reading): Prisma.Sql {
  const entityTypes = search.types.filter((type) => type !== 'ARTICLE')
  const names = entityTypes.length > 0 ? nameMatch(search.query) : null
  const articles = search.types.includes('ARTICLE')
    ? articleHits(search, reading)
    : Prisma.sql`article_hits AS (SELECT 0 AS "id", 0.0 AS "rank" WHERE 1 = 0)`
  const entities =
    names === null
      ? Prisma.sql`entity_hits AS (SELECT 0 AS "id", '' AS "type", 0.0 AS "rank", 0 AS "exact" WHERE 1 = 0)`
      : entityHits(search, { ...reading, names, entityTypes })
  return Prisma.sql`${articles}, ${entities}, hits AS (
    SELECT 'article' AS "kind", "id", 'ARTICLE' AS "type" FROM article_hits
    UNION ALL SELECT 'entity', "id", "type" FROM entity_hits)`
}

/** Articles in which the search looks, as a condition on "a". A withdrawn one has lost its text, even if its notice is public. */
function searchable({ filter }: Search, viewer: Viewer): Prisma.Sql {
  const stands = viewer.seesUnpublished ? Prisma.empty : Prisma.sql`AND a."status" <> 'WITHDRAWN'`
  return Prisma.sql`${visibleArticleSql(viewer)} ${stands} AND ${searchFilterSql(filter)}`
}

// bm25() works only beside MATCH, without GROUP BY; so the matches are a table of their own, and come first in the join.
function articleHits(search: Search, { viewer, ranked }: Reading): Prisma.Sql {
  const rank = ranked ? Prisma.sql`-bm25("article_fts", ${WEIGHTS})` : Prisma.sql`0.0`
  const age = Prisma.sql`MAX(0, julianday(${viewer.now}) - julianday(a."orderedAt"))`
  const recency = ranked
    ? Prisma.sql`(1 + ${RECENCY} * pow(0.5, ${age} / ${HALF_LIFE_DAYS}))`
    : Prisma.sql`1`
  const matches = (match: string, weight: number) => Prisma.sql`
    SELECT rowid AS "id", ${weight} * ${rank} AS "rank" FROM "article_fts" WHERE "article_fts" MATCH ${match}`
  const query = articleMatch(search.query)
  const exact = articleMatch(search.query, { exact: true })
  const tables =
    ranked && exact !== query
      ? Prisma.sql`
        exact_matches AS MATERIALIZED (${matches(exact, 1)}),
        other_matches AS MATERIALIZED (${matches(query, OTHER_NUMBER)}),
        article_matches AS MATERIALIZED (SELECT "id", SUM("rank") AS "rank"
          FROM (SELECT * FROM exact_matches UNION ALL SELECT * FROM other_matches) GROUP BY "id")`
      : Prisma.sql`article_matches AS MATERIALIZED (${matches(query, 1)})`
  return Prisma.sql`${tables},
    article_hits AS MATERIALIZED (
      SELECT a."id", m."rank" * ${recency} AS "rank"
      FROM article_matches m CROSS JOIN "Article" a ON a."id" = m."id" WHERE ${searchable(search, viewer)})`
}

/** By name and alias; the names of a merged entity find the one it became. */
function entityHits(
  search: Search,
  {
    viewer,
    ranked,
    names,
    entityTypes,
  }: Reading & { names: string; entityTypes: readonly SearchType[] },
): Prisma.Sql {
  const rank = ranked ? Prisma.sql`-bm25("alias_fts")` : Prisma.sql`0.0`
  return Prisma.sql`
    name_matches AS MATERIALIZED (
      SELECT rowid AS "id", ${rank} AS "rank" FROM "alias_fts" WHERE "alias_fts" MATCH ${names}),
    entity_hits AS MATERIALIZED (
      SELECT e."id", e."type", MAX(m."rank") AS "rank", MAX(n."nameKey" = ${foldKey(search.text)}) AS "exact"
      FROM name_matches m CROSS JOIN "Alias" n ON n."id" = m."id" CROSS JOIN "Entity" o ON o."id" = n."entityId"
        CROSS JOIN "Entity" e ON e."id" = COALESCE(o."mergedIntoId", o."id")
      WHERE ${visibleAliasSql(viewer)} AND e."mergedIntoId" IS NULL AND e."type" IN (${Prisma.join([...entityTypes])})
        AND (EXISTS (SELECT 1 FROM "ArticleEntity" x CROSS JOIN "Article" a ON a."id" = x."articleId"
          WHERE x."entityId" = e."id" AND ${searchable(search, viewer)})
        OR EXISTS (SELECT 1 FROM "ArticlePlace" x CROSS JOIN "Article" a ON a."id" = x."articleId"
          WHERE x."placeId" = e."id" AND ${searchable(search, viewer)}))
      GROUP BY e."id")`
}
