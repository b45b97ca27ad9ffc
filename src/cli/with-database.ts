import { readConfig } from '../config.ts'
import type { Db } from '../db/client.ts'

/**
 * Runs a command on the database of the settings, brought up to date first and closed afterwards.
 * Prisma is loaded only here, as commands load what is heavy only when they run: --help answers at once.
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const [{ openDb }, { migrate }] = await Promise.all([
    import('../db/client.ts'),
    import('../db/migrate.ts'),
  ])
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
