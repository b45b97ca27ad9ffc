import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** One row of Prisma's own record of what was applied, the columns that decide. */
interface MigrationRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: string | number | null
}

interface MigrationRecord {
  readonly name: string
  readonly checksum: string
  /** Why it failed; null when it succeeded. */
  readonly failure: string | null
}

/** Word for word what Prisma's schema engine creates, so that neither sees the other's table as foreign. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** The migrations that were applied, or begun and never resolved; those rolled back do not count. */
export function readMigrationRows(connection: Database): readonly MigrationRow[] {
  const table = connection
    .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_prisma_migrations'`)
    .get()
  if (table === undefined) return []
  return connection
    .prepare<[], MigrationRow>(
      `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    )
    .all()
}

/** Notes a migration as applied, or as failed and rolled back, with the time of now. */
export function recordMigration(
  connection: Database,
  { name, checksum, failure }: MigrationRecord,
): void {
  connection.exec(CREATE_TABLE)
  const now = new Date().toISOString().replace('Z', '+00:00')
  connection
    .prepare(
      `INSERT INTO "_prisma_migrations"
        (id, checksum, migration_name, started_at, finished_at, rolled_back_at, logs, applied_steps_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      randomUUID(),
      checksum,
      name,
      now,
      failure === null ? now : null,
      failure === null ? null : now,
      failure,
      failure === null ? 1 : 0,
    )
}
