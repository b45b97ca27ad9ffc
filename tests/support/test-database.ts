import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Db, type OpenDbOptions, openDb } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'

export interface TestDatabase {
  readonly url: string
  readonly db: Db
  /** Disconnects and removes the file. */
  readonly close: () => Promise<void>
}

/** The bytes of a migrated database, made once for each worker. */
let template: Promise<Buffer> | undefined

/**
 * An empty, migrated database of the caller's own. It need not survive a power cut, so it does not wait for the disk.
 *
 * @example
 * const { db, close } = await createTestDatabase()
 * onTestFinished(close)
 */
export async function createTestDatabase(options: OpenDbOptions = {}): Promise<TestDatabase> {
  template ??= migratedFile()
  const bytes = await template
  const directory = await temporaryDirectory()
  const file = path.join(directory, 'test.db')
  await writeFile(file, bytes)
  const url = `file:${file}`
  const db = await openDb(url, {
    ...options,
    sqlite: { synchronous: 'NORMAL', ...options.sqlite },
  })
  return {
    url,
    db,
    close: async () => {
      await db.$disconnect()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function migratedFile(): Promise<Buffer> {
  const directory = await temporaryDirectory()
  const file = path.join(directory, 'template.db')
  migrate(`file:${file}`)
  const bytes = await readFile(file)
  await rm(directory, { recursive: true })
  return bytes
}

function temporaryDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'dateline-test-'))
}
