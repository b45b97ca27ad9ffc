import type { Key, Order, Page } from '../core/page.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { columnSql, pageSql } from './keyset.ts'

/** A to-many relation, as SQL. The table that is listed and ordered has the alias "x". */
export interface Relation {
  readonly from: Prisma.Sql
  /** Column of "x" that holds the parent's id. */
  readonly parent: string
  /** Column of "x" that holds the id of the row to load. */
  readonly node: string
  readonly where: Prisma.Sql
}

export interface PagedRow {
  readonly node: number
  readonly key: Key
}

/** Parents in one statement; SQLite takes at most 500 terms in a compound SELECT. */
const PARENTS_PER_STATEMENT = 200

/**
 * One page of a relation for each of many parents, in one statement: Prisma would read all rows of
 * all parents and cut them in JavaScript. Each list has up to page.size + 1 rows, in the order of
 * the page's direction.
 */
export async function pagesByParent(
  db: Db,
  relation: Relation,
  { parents, order, page }: { parents: readonly number[]; order: Order; page: Page },
): Promise<Map<number, PagedRow[]>> {
  const pages = new Map<number, PagedRow[]>(parents.map((parent) => [parent, []]))
  const { bounds, orderBy } = pageSql(order, page)
  const keys = Prisma.join(
    order.columns.map(({ name }, i) => Prisma.sql`${columnSql(name)} AS ${Prisma.raw(`"k${i}"`)}`),
  )
  for (let i = 0; i < parents.length; i += PARENTS_PER_STATEMENT) {
    const selects = parents.slice(i, i + PARENTS_PER_STATEMENT).map(
      (parent) => Prisma.sql`SELECT * FROM (
        SELECT ${columnSql(relation.parent)} AS "parent", ${columnSql(relation.node)} AS "node", ${keys}
        FROM ${relation.from}
        WHERE ${columnSql(relation.parent)} = ${parent} AND ${relation.where} ${bounds}
        ORDER BY ${orderBy} LIMIT ${page.size + 1})`,
    )
    const rows = await db.$queryRaw<Record<string, unknown>[]>(Prisma.join(selects, ' UNION ALL '))
    for (const row of rows) {
      pages.get(Number(row.parent))?.push({
        node: Number(row.node),
        key: order.columns.map(({ kind }, k) => readKeyPart(row[`k${k}`], kind)),
      })
    }
  }
  return pages
}

/** How many rows of the relation each parent has. */
export async function countsByParent(
  db: Db,
  relation: Relation,
  parents: readonly number[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>(parents.map((parent) => [parent, 0]))
  const rows = await db.$queryRaw<{ parent: number | bigint; total: number | bigint }[]>(Prisma.sql`
    SELECT ${columnSql(relation.parent)} AS "parent", COUNT(*) AS "total" FROM ${relation.from}
    WHERE ${columnSql(relation.parent)} IN (${Prisma.join([...parents])}) AND ${relation.where}
    GROUP BY ${columnSql(relation.parent)}`)
  for (const { parent, total } of rows) counts.set(Number(parent), Number(total))
  return counts
}

function readKeyPart(value: unknown, kind: 'date' | 'number' | 'text'): Date | number | string {
  if (kind === 'date') return value instanceof Date ? value : new Date(String(value))
  return kind === 'number' ? Number(value) : String(value)
}
