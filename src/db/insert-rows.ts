import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'

/** The tables that are written many rows at a time, and what a row of each is made of. */
interface Rows {
  readonly Alias: Prisma.AliasCreateManyInput
  readonly AliasUse: Prisma.AliasUseCreateManyInput
  readonly ArticleEntity: Prisma.ArticleEntityCreateManyInput
  readonly ArticleTopic: Prisma.ArticleTopicCreateManyInput
  readonly Claim: Prisma.ClaimCreateManyInput
  readonly ClaimPlace: Prisma.ClaimPlaceCreateManyInput
  readonly Entity: Prisma.EntityCreateManyInput
  readonly ExternalId: Prisma.ExternalIdCreateManyInput
  readonly ExternalIdUse: Prisma.ExternalIdUseCreateManyInput
  readonly Figure: Prisma.FigureCreateManyInput
  readonly FigurePlace: Prisma.FigurePlaceCreateManyInput
  readonly Mention: Prisma.MentionCreateManyInput
  readonly OutboxEvent: Prisma.OutboxEventCreateManyInput
}

/** Times that Prisma would fill in by itself: they have to be given. */
type Filled<Row> = Row & { readonly [Time in keyof Row & ('createdAt' | 'updatedAt')]-?: Date }

/** SQLite takes 32,766 parameters in a statement. */
const MAX_PARAMETERS = 32_000

/**
 * Prisma's createMany as plain SQL, for what every article writes: Prisma plans a statement anew for each number of rows,
 * which takes ten times longer than the rows themselves. All rows have the same columns.
 */
export async function insertRows<Table extends keyof Rows>(
  tx: Tx,
  table: Table,
  rows: readonly Filled<Rows[Table]>[],
): Promise<void> {
  for (const insert of inserts(table, rows)) await tx.$executeRaw(insert)
}

/** The same, with the ids of the new rows, in the order of the rows. */
export async function insertRowsWithIds<Table extends keyof Rows>(
  tx: Tx,
  table: Table,
  rows: readonly Filled<Rows[Table]>[],
): Promise<number[]> {
  const ids: number[] = []
  for (const insert of inserts(table, rows)) {
    const created = await tx.$queryRaw<{ id: number | bigint }[]>(
      Prisma.sql`${insert} RETURNING "id"`,
    )
    // They are given out in the order of the rows, and come back in any.
    ids.push(...created.map(({ id }) => Number(id)).sort((a, b) => a - b))
  }
  return ids
}

function* inserts(table: string, rows: readonly object[]): Generator<Prisma.Sql> {
  const columns = Object.keys(rows[0] ?? {})
  const names = Prisma.raw(columns.map((name) => `"${name}"`).join(', '))
  const rowsAtOnce = Math.floor(MAX_PARAMETERS / columns.length)
  for (let i = 0; i < rows.length; i += rowsAtOnce) {
    const values = rows.slice(i, i + rowsAtOnce).map((row) => {
      const cells: Readonly<Record<string, unknown>> = { ...row }
      return Prisma.sql`(${Prisma.join(columns.map((name) => parameter(cells[name])))})`
    })
    yield Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) VALUES ${Prisma.join(values)}`
  }
}

/** Objects and arrays are JSON. */
const parameter = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : (value ?? null)
