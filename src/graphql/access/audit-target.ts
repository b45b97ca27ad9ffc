import type { GraphQLResolveInfo } from 'graphql'
import { groupBy } from '../../core/group-by.ts'
import { Article } from '../articles/article.ts'
import type { Context } from '../context.ts'
import { Mention } from '../entities/mention.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'
import { Figure } from '../figures/figure.ts'
import { Metric } from '../figures/metric.ts'
import { type NodeQuery, nodeQuery } from '../node-query.ts'
import { Source } from '../sources/source.ts'
import { ApiKey } from './api-key.ts'

interface Request {
  readonly context: Context
  readonly info: GraphQLResolveInfo
}
type Row = { readonly id: number }
type Query = { readonly select: { readonly id: true }; readonly where: { id: { in: number[] } } }

const ENTITIES = { PERSON: Person, PLACE: Place, ORGANIZATION: Organization } as const
const ENTITY_TYPES = ['PERSON', 'PLACE', 'ORGANIZATION'] as const
const TYPE_NAMES = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' } as const

/** How the audit log calls what GraphQL calls so. */
export const targetTypeOf = (typeName: string): string =>
  Object.values<string>(TYPE_NAMES).includes(typeName) ? 'Entity' : typeName

/** Rows of one type by their ids; those of the whole page in one load. */
const LOADS: Record<string, (context: Context, query: Query) => Promise<Row[]>> = {
  ApiKey: async ({ db }, query) =>
    (await db.apiKey.findMany(query)).map((row) => ApiKey.addBrand(row)),
  Article: async ({ db }, query) =>
    (await db.article.findMany(query)).map((row) => Article.addBrand(row)),
  Figure: async ({ db }, query) =>
    (await db.figure.findMany(query)).map((row) => Figure.addBrand(row)),
  Mention: async ({ db }, query) =>
    (await db.mention.findMany(query)).map((row) => Mention.addBrand(row)),
  Metric: async ({ db }, query) =>
    (await db.metric.findMany(query)).map((row) => Metric.addBrand(row)),
  Source: async ({ db }, query) =>
    (await db.source.findMany(query)).map((row) => Source.addBrand(row)),
}

/** What a line of the audit log is about, or null; together with those of the other lines. */
export async function loadTarget(
  { targetType, targetId }: { readonly targetType: string; readonly targetId: number | null },
  { context, info }: Request,
): Promise<Row | null> {
  const [field] = info.fieldNodes
  if (targetId === null || field === undefined) return null
  // Made for each line: it also tells Pothos that the rows at this path come fully loaded.
  const queryOf = (typeName: string) => nodeQuery({ context, info }, { typeName })
  const queries =
    targetType === 'Entity'
      ? new Map(ENTITY_TYPES.map((type) => [type as string, queryOf(TYPE_NAMES[type])]))
      : new Map([[targetType, queryOf(targetType)]])
  const targets = context.batches.of(`target ${targetType}`, field, async (ids) => {
    const found =
      targetType === 'Entity'
        ? await loadEntities(ids, context, queries)
        : await loadRowsOf(targetType, ids, { context, queries })
    return new Map(ids.map((id) => [id, { row: found.get(id) ?? null }]))
  })
  return (await targets.load(targetId)).row
}

type Queries = ReadonlyMap<string, NodeQuery>

async function loadRowsOf(
  typeName: string,
  ids: readonly number[],
  { context, queries }: { context: Context; queries: Queries },
): Promise<Map<number, Row>> {
  const [query, read] = [queries.get(typeName), LOADS[typeName]]
  if (query === undefined || read === undefined) return new Map()
  const rows = await read(context, { ...query, where: { id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Merged ones too: whoever reads the log looks for what was merged. */
async function loadEntities(
  ids: readonly number[],
  context: Context,
  queries: Queries,
): Promise<Map<number, Row>> {
  const types = await context.db.entity.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, type: true },
  })
  const entities = new Map<number, Row>()
  for (const [type, rows] of groupBy(types, (row) => row.type)) {
    const query = queries.get(type) ?? { select: { id: true as const } }
    const where = { id: { in: rows.map(({ id }) => id) } }
    for (const row of await context.db.entity.findMany({ ...query, where })) {
      entities.set(row.id, ENTITIES[type].addBrand({ ...row, type }))
    }
  }
  return entities
}
