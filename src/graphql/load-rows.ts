import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.ts'
import { type NodeQuery, nodeQuery } from './node-query.ts'

/** Rows by id with what the query asks of them; those of all parents at this place in one statement. */
export async function loadRows<Row extends { id: number }>(
  ids: readonly number[],
  { context, info }: { context: Context; info: GraphQLResolveInfo },
  find: (query: NodeQuery & { where: { id: { in: number[] } } }) => Promise<Row[]>,
): Promise<Row[]> {
  const [field] = info.fieldNodes
  if (field === undefined) throw new Error('A resolver was called without a field.')
  const query = nodeQuery({ context, info })
  const loader = context.batches.of('rows', field, async (wanted) => {
    const rows = await find({ ...query, where: { id: { in: [...wanted] } } })
    return new Map(rows.map((row) => [row.id, row]))
  })
  return Promise.all(ids.map((id) => loader.load(id)))
}
