import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import type { ArticleFilter, ClaimFilter, EntityFilter, FigureFilter } from './list-filters.ts'
import { listed } from './listed.ts'

/**
 * Rows of a list that are few enough to be read and sorted. Where more match, every hundredth row or so does, and a walk along
 * the order of the list fills a page soon.
 */
const FEW = 1_000

/** A table that leads from what is referred to, by an index, to the rows of a list. */
interface Edge {
  readonly from: Prisma.Sql
  /** What is referred to. */
  readonly column: Prisma.Sql
  readonly node: Prisma.Sql
}

const edge = (table: string, column: string, node: string): Edge => ({
  from: Prisma.raw(`"${table}" x`),
  column: Prisma.raw(`x."${column}"`),
  node: Prisma.raw(`x."${node}"`),
})
const FIGURES_AT: Edge = {
  from: Prisma.sql`"FigurePlace" p CROSS JOIN "Figure" x ON x."id" = p."figureId"`,
  column: Prisma.sql`p."placeId"`,
  node: Prisma.sql`x."articleId"`,
}
const ARTICLES_NAMING = edge('ArticleEntity', 'entityId', 'articleId')
const ARTICLES_AROUND = edge('ArticlePlace', 'placeId', 'articleId')

type Ids = readonly number[] | null | undefined
type Way = readonly [Edge, Ids]

/** Ids that the rows of the list are among, by whichever condition leaves few; null where none does. */
async function fewBy(db: Db, ways: readonly Way[]): Promise<number[] | null> {
  for (const [{ from, column, node }, ids] of ways) {
    if (ids == null) continue
    const [row] = await db.$queryRaw<{ ids: string }[]>(Prisma.sql`
      SELECT json_group_array("id") AS "ids" FROM (SELECT ${node} AS "id" FROM ${from}
        WHERE ${column} IN ${listed(ids)} LIMIT ${FEW + 1})`)
    const found = JSON.parse(row?.ids ?? '[]') as number[]
    if (found.length <= FEW) return [...new Set(found)]
  }
  return null
}

/** Each is of a resolved filter, and says nothing that the filter does not. */
export async function fewArticles(
  db: Db,
  filter: ArticleFilter | null | undefined,
): Promise<Prisma.ArticleWhereInput> {
  return among(await fewBy(db, filter ? waysToArticles(filter) : []))
}

export async function fewFigures(
  db: Db,
  filter: FigureFilter | null | undefined,
): Promise<Prisma.FigureWhereInput> {
  const articleIds = filter?.article ? await fewBy(db, waysToArticles(filter.article)) : null
  return among(
    await fewBy(db, [
      [edge('Figure', 'metricId', 'id'), filter?.metric?.ids],
      [edge('Figure', 'claimantId', 'id'), idsOf(filter?.claimant)],
      [edge('FigurePlace', 'placeId', 'figureId'), idsOf(filter?.places)],
      [edge('Figure', 'articleId', 'id'), articleIds],
    ]),
  )
}

export async function fewClaims(
  db: Db,
  filter: ClaimFilter | null | undefined,
): Promise<Prisma.ClaimWhereInput> {
  return among(
    await fewBy(db, [
      [edge('Claim', 'metricId', 'id'), filter?.metric?.ids],
      [edge('Claim', 'claimantId', 'id'), idsOf(filter?.claimant)],
      [edge('ClaimPlace', 'placeId', 'claimId'), idsOf(filter?.places)],
    ]),
  )
}

const among = (ids: number[] | null) => (ids === null ? {} : { id: { in: ids } })

const idsOf = (filter: EntityFilter | null | undefined): Ids => filter?.ids

function waysToArticles(filter: ArticleFilter): Way[] {
  const { entities, people, places, organizations, topics, figures } = filter
  return [
    [ARTICLES_NAMING, idsOf(people)],
    [ARTICLES_NAMING, idsOf(organizations)],
    [ARTICLES_NAMING, idsOf(entities)],
    [ARTICLES_NAMING, idsOf(places)],
    [ARTICLES_AROUND, idsOf(places?.within)],
    [edge('ArticleTopic', 'topicId', 'articleId'), topics?.ids],
    [edge('Figure', 'claimantId', 'articleId'), idsOf(figures?.claimant)],
    [edge('Figure', 'metricId', 'articleId'), figures?.metric?.ids],
    [FIGURES_AT, idsOf(figures?.places)],
  ]
}
