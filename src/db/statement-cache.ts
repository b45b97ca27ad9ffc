import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { Database, Statement } from 'better-sqlite3'

/** Of one connection; the texts of what one article writes and of what the pages of a site ask are about 200. */
const MOST_STATEMENTS = 400

/**
 * Keeps the statements that a connection has prepared: Prisma's adapter has SQLite parse and plan each one anew, which for
 * short statements takes longer than running them.
 *
 * The adapter binds the values to a statement for good. Here they are given when it runs, so that it can run again.
 */
export function cacheStatements(connection: SqlDriverAdapter): void {
  const client = clientOf(connection)
  const prepare = client.prepare.bind(client)
  const statements = new Map<string, Statement<unknown[]>>()
  const find = (sql: string): Statement<unknown[]> => {
    const known = statements.get(sql)
    const statement = known ?? prepare<unknown[]>(sql)
    // Behind the others: the first one is the one that was not used for the longest time.
    if (known !== undefined) statements.delete(sql)
    statements.set(sql, statement)
    const [oldest] = statements.keys()
    if (statements.size > MOST_STATEMENTS && oldest !== undefined) statements.delete(oldest)
    return statement
  }
  const bound = (sql: string) => ({
    bind: (values: readonly unknown[]) => {
      const statement = find(sql)
      let rows: unknown[] | undefined
      const read = (): unknown[] => {
        rows ??= statement.raw().all(values)
        return rows
      }
      return {
        reader: statement.reader,
        // The adapter asks for them before the rows; where another process changed the table, they are known after them.
        columns: () => {
          read()
          return statement.columns()
        },
        run: () => statement.run(values),
        raw: () => ({ all: read }),
      }
    },
  })
  Object.assign(client, { prepare: bound })
}

/** What Prisma's adapter calls the connection of better-sqlite3; it has no public name. */
function clientOf(connection: SqlDriverAdapter): Database {
  const client: unknown = Reflect.get(connection, 'client')
  if (client === null || typeof client !== 'object' || !('prepare' in client)) {
    throw new Error(
      "Prisma's adapter keeps its connection elsewhere in this version: see db/statement-cache.ts.",
    )
  }
  return client as Database
}
