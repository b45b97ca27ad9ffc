import Database from 'better-sqlite3'
import { DatabaseLockedError, explainFileError, isBusy } from './database-error.ts'
import { createDirectoryOf, databasePath } from './database-path.ts'
import { MigrationError } from './migration-error.ts'
import {
  isChecksumOf,
  MIGRATIONS_DIRECTORY,
  type MigrationFile,
  migrationChecksum,
  readMigrationFiles,
} from './migration-file.ts'
import { readMigrationRows, recordMigration } from './migrations-table.ts'

export interface MigrateOptions {
  /**
   * Folder with one folder for each migration.
   * @default prisma/migrations of this package
   */
  readonly directory?: string
}

/** How long one process waits for another that migrates, in milliseconds. The event loop stands still meanwhile. */
const LOCK_TIMEOUT_MS = 60_000

/** A statement after which half a migration would be kept. */
const ENDS_TRANSACTION = /(?:^|;)\s*(?:COMMIT|ROLLBACK)\b/im

/**
 * Brings a database up to date without the Prisma CLI: same table, same checksums, same order, so that `prisma migrate`
 * and this function can take turns on one database.
 *
 * Unlike the CLI it runs each migration in one transaction together with its record, so that a migration that fails, or a
 * process that dies, leaves nothing behind. Any number of processes may call it at once. Migrations that the database
 * has and the folder lacks (a newer release was here) are let be.
 *
 * @returns the names of the migrations that this call applied
 * @throws {MigrationError} when a migration fails, failed earlier or was edited after it was applied
 * @throws {InvalidInputError} when the URL is not one of a file
 * @throws {DatabaseFileError} when the file cannot be used
 */
export function migrate(url: string, options: MigrateOptions = {}): readonly string[] {
  const file = databasePath(url)
  const migrations = readMigrationFiles(options.directory ?? MIGRATIONS_DIRECTORY)
  createDirectoryOf(file)
  try {
    const connection = new Database(file, { timeout: LOCK_TIMEOUT_MS })
    try {
      return applyPending(connection, migrations)
    } finally {
      connection.close()
    }
  } catch (error) {
    if (isBusy(error)) throw new DatabaseLockedError(LOCK_TIMEOUT_MS, { cause: error })
    throw explainFileError(error, file)
  }
}

function applyPending(
  connection: Database.Database,
  migrations: readonly MigrationFile[],
): readonly string[] {
  // SQLite changes a column by making a new table and dropping the old one: with keys enforced that would delete the
  // rows that point to it. Inside a transaction the pragma has no effect, so it comes first.
  connection.pragma('foreign_keys = OFF')
  const applied: string[] = []
  while (nextPending(connection, migrations) !== undefined) {
    const name = applyNext(connection, migrations)
    if (name !== undefined) applied.push(name)
  }
  return applied
}

/** Applies the first pending migration, unless another process has just done so. */
function applyNext(
  connection: Database.Database,
  migrations: readonly MigrationFile[],
): string | undefined {
  connection.exec('BEGIN IMMEDIATE') // one process at a time from here
  let pending: MigrationFile | undefined
  try {
    pending = nextPending(connection, migrations)
    if (pending !== undefined) run(connection, pending)
    connection.exec('COMMIT')
    return pending?.name
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    if (pending === undefined) throw error
    throw recordFailure(connection, pending, error)
  }
}

function run(connection: Database.Database, { name, sql }: MigrationFile): void {
  if (ENDS_TRANSACTION.test(sql)) {
    throw new Error('it holds COMMIT or ROLLBACK, but runs in a transaction of its own')
  }
  connection.exec(sql)
  const [orphan] = connection.pragma('foreign_key_check') as readonly ForeignKeyViolation[]
  if (orphan !== undefined) {
    throw new Error(`row ${orphan.rowid} of ${orphan.table} points to no row of ${orphan.parent}`)
  }
  recordMigration(connection, { name, checksum: migrationChecksum(sql), failure: null })
}

interface ForeignKeyViolation {
  readonly table: string
  readonly rowid: number
  readonly parent: string
}

function recordFailure(
  connection: Database.Database,
  { name, sql }: MigrationFile,
  error: unknown,
): MigrationError {
  const failure = error instanceof Error ? error.message : String(error)
  recordMigration(connection, { name, checksum: migrationChecksum(sql), failure })
  return new MigrationError(
    `Migration ${name} failed and was rolled back: ${failure}. The database is as it was before; mend the migration or go back to the release that made the database.`,
    { cause: error },
  )
}

/** The first migration that the database lacks, once all that it has are known to be whole and unchanged. */
function nextPending(
  connection: Database.Database,
  migrations: readonly MigrationFile[],
): MigrationFile | undefined {
  const rows = readMigrationRows(connection)
  const unfinished = rows.find((row) => row.finished_at === null)
  if (unfinished !== undefined) {
    const name = unfinished.migration_name
    throw new MigrationError(
      `Migration ${name} was begun by the Prisma CLI and did not finish. Restore a backup; or repair the database by hand and then run: npx prisma migrate resolve --applied ${name} (or --rolled-back ${name}).`,
    )
  }
  const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  for (const { name, sql } of migrations) {
    const checksum = checksums.get(name)
    if (checksum === undefined || isChecksumOf(sql, checksum)) continue
    throw new MigrationError(
      `Migration ${name} was edited after it was applied. Restore its migration.sql and put the change into a new migration.`,
    )
  }
  return migrations.find(({ name }) => !checksums.has(name))
}
