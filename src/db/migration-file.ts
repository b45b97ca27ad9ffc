import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MigrationError } from './migration-error.ts'

/** prisma/migrations of this package: the same two steps up from src/db and from dist/db. */
export const MIGRATIONS_DIRECTORY = fileURLToPath(
  new URL('../../prisma/migrations', import.meta.url),
)

/** One folder below the migrations directory, as `prisma migrate dev` writes it. */
export interface MigrationFile {
  /** The folder's name: "20261122140601_init". */
  readonly name: string
  readonly sql: string
}

/** All migrations in the order in which they apply: by name. */
export function readMigrationFiles(directory: string): readonly MigrationFile[] {
  const entries = readDirectory(directory)
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.sort().map((name) => ({ name, sql: readSql(directory, name) }))
}

/** As Prisma records it: SHA-256 of the file, in hexadecimal. */
export function migrationChecksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** Whether the checksum is that of the file; like Prisma it lets the line ends differ. */
export function isChecksumOf(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(migrationChecksum).includes(checksum)
}

function readDirectory(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    throw new MigrationError(
      `Cannot read the migrations in ${directory}. They belong beside the program: copy prisma/migrations there.`,
      { cause: error },
    )
  }
}

function readSql(directory: string, name: string): string {
  const file = path.join(directory, name, 'migration.sql')
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new MigrationError(
      `Migration ${name} has no readable migration.sql. Restore the file, or remove its folder if the migration was never applied.`,
      { cause: error },
    )
  }
}
