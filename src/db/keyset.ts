import type { Key, Order, Page } from '../core/page.ts'
import { Prisma } from './generated/client/client.ts'

/**
 * Keyset ("seek") paging: a page starts behind a key instead of at an offset, so that it costs the
 * same anywhere in the list and never skips or repeats a row when others are inserted. The same
 * order and page are rendered once for Prisma and once for SQL.
 */
export interface PageQuery {
  readonly where: { readonly AND: object[] }
  readonly orderBy: Record<string, 'asc' | 'desc'>[]
  /** One more than asked for: its presence tells that there is a next page. */
  readonly take: number
}

export function pageQuery(order: Order, page: Page): PageQuery {
  const bounds = []
  if (page.after) bounds.push(beyondKey(order, page.after, false))
  if (page.before) bounds.push(beyondKey(order, page.before, true))
  return {
    where: { AND: bounds },
    orderBy: order.columns.map((column) => ({
      [column.name]: column.descending !== page.backwards ? 'desc' : 'asc',
    })),
    take: page.size + 1,
  }
}

/** Rows behind the key in the order's direction, or before it when `reversed`. */
function beyondKey(order: Order, key: Key, reversed: boolean): Record<string, unknown> {
  const alternatives = order.columns.map((column, i) => {
    const equal = order.columns.slice(0, i).map(({ name }, j) => [name, key[j]])
    const operator = column.descending !== reversed ? 'lt' : 'gt'
    return { ...Object.fromEntries(equal), [column.name]: { [operator]: key[i] } }
  })
  const [first] = order.columns
  if (first === undefined) return {}
  // Implied by the alternatives; said so that the database can seek in the index.
  const start = { [first.name]: { [first.descending !== reversed ? 'lte' : 'gte']: key[0] } }
  return { ...start, OR: alternatives }
}

/**
 * `AND …` conditions and the ORDER BY list for raw SQL; the ordered table's alias is "x".
 *
 * @param constants values of columns that the table does not have, the same in all its rows
 */
export function pageSql(
  order: Order,
  page: Page,
  constants: Constants = {},
): { bounds: Prisma.Sql; orderBy: Prisma.Sql } {
  const bounds = []
  if (page.after) bounds.push(beyondKeySql(order, { key: page.after, reversed: false, constants }))
  if (page.before) bounds.push(beyondKeySql(order, { key: page.before, reversed: true, constants }))
  const columns = order.columns.filter(({ name }) => constants[name] === undefined)
  return {
    bounds: bounds.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(bounds, ' AND ')}`,
    orderBy: Prisma.join(
      columns.map((column) =>
        column.descending !== page.backwards
          ? Prisma.sql`${columnSql(column.name)} DESC`
          : Prisma.sql`${columnSql(column.name)} ASC`,
      ),
    ),
  }
}

type Constants = Readonly<Record<string, Prisma.Sql>>

function beyondKeySql(
  order: Order,
  { key, reversed, constants }: { key: Key; reversed: boolean; constants: Constants },
): Prisma.Sql {
  const sqlOf = (name: string) => constants[name] ?? columnSql(name)
  const alternatives = order.columns.map((column, i) => {
    const equal = order.columns
      .slice(0, i)
      .map(({ name }, j) => Prisma.sql`${sqlOf(name)} = ${key[j]}`)
    const operator = column.descending !== reversed ? Prisma.sql`<` : Prisma.sql`>`
    return Prisma.join([...equal, Prisma.sql`${sqlOf(column.name)} ${operator} ${key[i]}`], ' AND ')
  })
  const [first] = order.columns
  if (first === undefined) return Prisma.sql`1 = 1`
  // Implied by the alternatives; said so that the database can seek in the index.
  const from = first.descending !== reversed ? Prisma.sql`<=` : Prisma.sql`>=`
  return Prisma.sql`${sqlOf(first.name)} ${from} ${key[0]} AND (${Prisma.join(alternatives, ' OR ')})`
}

/** Names come from our own orders, never from a request. */
export const columnSql = (name: string): Prisma.Sql => Prisma.raw(`x."${name}"`)
