import type { GraphQLResolveInfo } from 'graphql'
import {
  compareKeys,
  encodeCursor,
  type Key,
  type Order,
  type Page,
  type PageArgs,
  readPage,
} from '../core/page.ts'
import { type PageQuery, pageQuery } from '../db/keyset.ts'
import { countsByParent, pagesByParent, type Relation } from '../db/pages-by-parent.ts'
import type { Context } from './context.ts'
import { type NodeQuery, nodeQuery } from './node-query.ts'

const NODES = ['edges', 'node']

/** A Relay connection; the total is counted only when a client asks for it. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: () => Promise<number>
}

/** One list of the query: where it stands, what it was asked with, how it is ordered. */
export interface ListRequest {
  readonly args: PageArgs
  readonly context: Context
  readonly info: GraphQLResolveInfo
  readonly order: Order
}

/** A list at the root of a query: one statement for its page. */
export async function rootConnection<Node extends { id: number }>(
  { args, context, info, order }: ListRequest,
  {
    where,
    rows,
    count,
  }: {
    /** What belongs to the list, visibility included. */
    where: object
    rows: (query: NodeQuery & PageQuery) => Promise<Node[]>
    count: () => Promise<number>
  },
): Promise<Connection<Node>> {
  const page = readPage(args, order)
  const { where: bounds, ...slice } = pageQuery(order, page)
  const found = await rows({
    ...nodeQuery(
      { context, info },
      { path: NODES, columns: order.columns.map(({ name }) => name) },
    ),
    ...slice,
    where: { AND: [where, bounds] },
  })
  const keyed = found.map((node) => ({ node, key: keyOf(node, order) }))
  return toConnection(keyed, { order, page, totalCount: count })
}

function keyOf(row: object, order: Order): Key {
  const values = row as Record<string, Date | number | string>
  return order.columns.map(({ name }) => values[name] ?? '')
}

/**
 * A list inside another object: the lists of all parents at this place of the query are read
 * together, so the number of statements does not grow with the number of parents.
 */
export async function nestedConnection<Node extends { id: number }>(
  { args, context, info, order }: ListRequest,
  parent: number,
  {
    relation,
    rows,
  }: {
    relation: Relation
    rows: (query: NodeQuery & { where: { id: { in: number[] } } }) => Promise<Node[]>
  },
): Promise<Connection<Node>> {
  const { batches, db } = context
  const [field] = info.fieldNodes
  if (field === undefined) throw new Error('A resolver was called without a field.')
  const page = readPage(args, order)
  // Called for each parent: it also tells Pothos that the nodes at this path come fully loaded.
  const query = nodeQuery({ context, info }, { path: NODES })
  const lists = batches.of('page', field, async (parents) => {
    const pages = await pagesByParent(db, relation, { parents, order, page })
    const ids = [...new Set([...pages.values()].flat().map(({ node }) => node))]
    const found = ids.length > 0 ? await rows({ ...query, where: { id: { in: ids } } }) : []
    const nodes = new Map(found.map((node) => [node.id, node]))
    return new Map(
      [...pages].map(([id, list]) => [
        id,
        list.flatMap(({ node: nodeId, key }) => {
          const node = nodes.get(nodeId)
          return node ? [{ node, key }] : []
        }),
      ]),
    )
  })
  const counts = batches.of('count', field, (parents) => countsByParent(db, relation, parents))
  return toConnection(await lists.load(parent), {
    order,
    page,
    totalCount: () => counts.load(parent),
  })
}

/** A list that is already in memory, whole and in its order. */
export function listConnection<Node>(
  { args, order }: Pick<ListRequest, 'args' | 'order'>,
  nodes: readonly Node[],
  keyOfNode: (node: Node) => Key,
): Connection<Node> {
  const page = readPage(args, order)
  const keyed = nodes.map((node) => ({ node, key: keyOfNode(node) }))
  const inside = keyed.filter(
    ({ key }) =>
      (page.after === null || compareKeys(key, page.after, order) > 0) &&
      (page.before === null || compareKeys(key, page.before, order) < 0),
  )
  return toConnection((page.backwards ? inside.reverse() : inside).slice(0, page.size + 1), {
    order,
    page,
    totalCount: () => Promise.resolve(nodes.length),
  })
}

export function toConnection<Node>(
  rows: readonly { node: Node; key: Key }[],
  { order, page, totalCount }: { order: Order; page: Page; totalCount: () => Promise<number> },
): Connection<Node> {
  const hasMore = rows.length > page.size
  const kept = rows.slice(0, page.size)
  if (page.backwards) kept.reverse()
  const edges = kept.map(({ node, key }) => ({ node, cursor: encodeCursor(order, key) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: page.backwards ? page.before !== null : hasMore,
      hasPreviousPage: page.backwards ? hasMore : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}
