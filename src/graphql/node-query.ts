import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.ts'

/** What the client selected of some rows, as a part of a Prisma query. */
export interface NodeQuery {
  readonly select: object
}

/**
 * The columns and relations that the query asks of the rows at `path` below the field, and those of
 * `select`. Also tells Pothos that rows at this place come fully loaded.
 */
export function nodeQuery(
  { context, info }: { context: Context; info: GraphQLResolveInfo },
  select: Record<string, boolean>,
  path: string[] = [],
): NodeQuery {
  return queryFromInfo({ context, info, select, path })
}
