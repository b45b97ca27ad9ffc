import { readConfig } from '../config.ts'
import { type Db, openDb } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'

/** Runs a command on the database of the settings, brought up to date first and closed afterwards. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { databaseUrl } = readConfig()
  await migrate(databaseUrl)
  const db = await openDb(databaseUrl)
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}

/** One line, or with --json one JSON document, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
