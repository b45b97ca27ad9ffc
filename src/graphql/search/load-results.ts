import type { GraphQLResolveInfo } from 'graphql'
import type { SearchHit } from '../../db/search.ts'
import { snippetKey } from '../../db/search-snippets.ts'
import { Article } from '../articles/article.ts'
import type { Context } from '../context.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'
import { nodeQuery } from '../node-query.ts'
import type { SearchResult } from './search-connection.ts'

export interface Request {
  readonly context: Context
  readonly info: GraphQLResolveInfo
}
export type Result = typeof SearchResult.$inferType

const ENTITIES = {
  PERSON: { typeName: 'Person', ref: Person },
  PLACE: { typeName: 'Place', ref: Place },
  ORGANIZATION: { typeName: 'Organization', ref: Organization },
} as const

/** What was found, by kind and id, with what the query asks of each type: at most one load for each type. */
export async function loadResults(
  hits: readonly SearchHit[],
  { context, info }: Request,
): Promise<ReadonlyMap<string, Result>> {
  const results = new Map<string, Result>()
  const query = (type: SearchHit['type'], typeName: string) => ({
    ...nodeQuery({ context, info }, { path: ['edges', 'node'], typeName }),
    where: { id: { in: hits.filter((hit) => hit.type === type).map(({ id }) => id) } },
  })
  const found = new Set(hits.map(({ type }) => type))
  if (found.has('ARTICLE')) {
    for (const row of await context.db.article.findMany(query('ARTICLE', 'Article'))) {
      results.set(snippetKey({ kind: 'article', id: row.id }), Article.addBrand(row))
    }
  }
  for (const type of ['PERSON', 'PLACE', 'ORGANIZATION'] as const) {
    if (!found.has(type)) continue
    const { typeName, ref } = ENTITIES[type]
    for (const row of await context.db.entity.findMany(query(type, typeName))) {
      results.set(snippetKey({ kind: 'entity', id: row.id }), ref.addBrand({ ...row, type }))
    }
  }
  return results
}
