import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'

/** The columns that change in many rows at a time, each to a value of its own. */
interface Columns {
  readonly 'Alias.initials': string
  readonly 'Alias.transliterationKey': string
  readonly 'Figure.claimId': number
  readonly 'Figure.claimKey': string
  readonly 'Figure.partOfId': number
}

/** PostgreSQL must be told the types of a list of values. */
const TYPES = {
  'Alias.initials': 'TEXT',
  'Alias.transliterationKey': 'TEXT',
  'Figure.claimId': 'INTEGER',
  'Figure.claimKey': 'TEXT',
  'Figure.partOfId': 'INTEGER',
} as const satisfies Record<keyof Columns, string>

/** Two parameters each; SQLite takes 32,766 in a statement. */
const ROWS_AT_ONCE = 10_000

/** Gives each row, named by its id, its own value: one statement where Prisma would need one for each value. */
export async function updateColumn<Column extends keyof Columns>(
  tx: Tx,
  column: Column,
  rows: readonly { readonly id: number; readonly value: Columns[Column] | null }[],
): Promise<void> {
  const [table, name] = column.split('.').map((part) => Prisma.raw(`"${part}"`))
  const type = Prisma.raw(TYPES[column])
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const values = rows
      .slice(i, i + ROWS_AT_ONCE)
      .map(({ id, value }) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${value} AS ${type}))`)
    await tx.$executeRaw(Prisma.sql`
      WITH "new" ("id", "value") AS (VALUES ${Prisma.join(values)})
      UPDATE ${table} SET ${name} = "new"."value" FROM "new" WHERE ${table}."id" = "new"."id"`)
  }
}
