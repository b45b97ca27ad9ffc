import { explainFileError } from './database-error.ts'
import { createDirectoryOf, databasePath } from './database-path.ts'
import { type Prisma, PrismaClient } from './generated/client/client.ts'
import { SqliteAdapterFactory, type SqliteOptions } from './sqlite-adapter.ts'

/** The database: models, `$transaction`, `$queryRaw`. Whoever opened it ends it with `$disconnect()`. */
export type Db = PrismaClient

/** The database inside `db.$transaction(async (tx) => …)`; a `Db` can stand in for it. */
export type Tx = Prisma.TransactionClient

export interface OpenDbOptions {
  /** Called with each SQL statement after it ran, failed ones too; not for BEGIN, COMMIT and ROLLBACK. */
  readonly onQuery?: (sql: string) => void
  /** Called after each commit of a transaction of this process. */
  readonly onCommit?: () => void
  readonly sqlite?: SqliteOptions
}

/** Writers queue, and one import may hold the others up: longer than Prisma's 2 and 5 seconds. */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 30_000 }

/**
 * Opens a database that `migrate` has prepared, creating the file and its directory where there is none.
 *
 * @param url "file:" and a path relative to the working directory
 * @throws {InvalidInputError} when the URL is not one of a file
 * @throws {DatabaseFileError} when the file cannot be used; the message says why
 */
export async function openDb(
  url: string,
  { onQuery, onCommit, sqlite }: OpenDbOptions = {},
): Promise<Db> {
  // Another database would be chosen here, by the URL's scheme.
  const file = databasePath(url)
  createDirectoryOf(file)
  const db = new PrismaClient({
    adapter: new SqliteAdapterFactory(file, { ...sqlite, ...(onCommit && { onCommit }) }),
    transactionOptions: TRANSACTION_LIMITS,
    errorFormat: 'minimal', // no source code in messages
    log: onQuery === undefined ? [] : [{ emit: 'event', level: 'query' }],
  })
  if (onQuery !== undefined) {
    db.$on('query', ({ query }) => {
      if (!query.startsWith('--')) onQuery(query) // Prisma reports COMMIT and ROLLBACK as comments
    })
  }
  try {
    await db.$connect()
  } catch (error) {
    await db.$disconnect()
    throw explainFileError(error, file)
  }
  return db
}
