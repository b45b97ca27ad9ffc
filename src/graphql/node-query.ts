import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.ts'

/** What the client selected of some rows, as a part of a Prisma query: their id and more. */
export interface NodeQuery {
  readonly select: { readonly id: true }
}

/**
 * The columns and relations that the query asks of the rows at `path` below the field, and `columns`.
 * Also tells Pothos that rows at this place come fully loaded.
 */
export function nodeQuery(
  { context, info }: { context: Context; info: GraphQLResolveInfo },
  {
    path = [],
    columns = [],
    typeName,
  }: {
    path?: string[]
    columns?: readonly string[]
    /** Of which rows, where there can be several types at the path. */
    typeName?: string
  } = {},
): NodeQuery {
  const select = { ...Object.fromEntries(columns.map((name) => [name, true])), id: true as const }
  return queryFromInfo({ context, info, select, path, ...(typeName && { typeName }) })
}
