/**
 * What the schema engine needs from a SQLite file beyond SQL: create it, drop it, connect to it, and connect to an
 * empty shadow database. Another database would be a second file with these functions, chosen by the URL.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'

/** What a database in use keeps beside its file. */
const COMPANIONS = ['', '-wal', '-shm', '-journal']

const MIGRATIONS_TABLE_COLUMNS = [
  'id',
  'checksum',
  'finished_at',
  'migration_name',
  'logs',
  'rolled_back_at',
  'started_at',
  'applied_steps_count',
]
const TEXT = 7 // ColumnTypeEnum.Text of @prisma/driver-adapter-utils

export class SqliteFile {
  provider = 'sqlite'
  adapterName = '@prisma/adapter-better-sqlite3'
  #path
  #open = new Set()

  /** @param url {string | undefined} "file:./data/dateline.db", relative to the working directory */
  constructor(url) {
    if (url !== undefined && !url.startsWith('file:')) {
      throw new Error(`DATABASE_URL must start with "file:", got "${url.split(':', 1)[0]}:".`)
    }
    this.#path = url === undefined ? ':memory:' : path.resolve(url.slice('file:'.length))
  }

  assertExists() {
    if (existsSync(this.#path)) return
    throw Object.assign(new Error(`Database ${this.#path} does not exist.`), { code: 'P1003' })
  }

  async create() {
    mkdirSync(path.dirname(this.#path), { recursive: true })
    const adapter = await this.connect()
    await adapter.dispose()
  }

  async drop() {
    await this.disconnect()
    for (const ending of COMPANIONS) rmSync(this.#path + ending, { force: true })
  }

  connect() {
    return this.#connect(this.#path)
  }

  connectToShadowDb() {
    return this.#connect(':memory:')
  }

  /** Closes what is open. The engine forgets some of its connections; an open one would keep the WAL file. */
  async disconnect() {
    for (const adapter of this.#open) await adapter.dispose()
  }

  async #connect(file) {
    const adapter = await new PrismaBetterSqlite3({ url: file }).connect()
    const { queryRaw, executeRaw, dispose } = adapter
    this.#open.add(adapter)
    // The binary takes a missing migrations table for an empty one; the WebAssembly build fails with P1014.
    adapter.queryRaw = async (query) => {
      try {
        return await queryRaw.call(adapter, query)
      } catch (error) {
        if (!isMissingMigrationsTable(error, query.sql)) throw error
        const columnTypes = MIGRATIONS_TABLE_COLUMNS.map(() => TEXT)
        return { columnNames: MIGRATIONS_TABLE_COLUMNS, columnTypes, rows: [] }
      }
    }
    // The engine sends a whole migration to the shadow database as one query; better-sqlite3 takes several
    // statements only as a script.
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw.call(adapter, query)
      await adapter.executeScript(query.sql)
      return 0
    }
    adapter.dispose = async () => {
      if (this.#open.delete(adapter)) await dispose.call(adapter)
    }
    return adapter
  }
}

function isMissingMigrationsTable(error, sql) {
  return error?.cause?.kind === 'TableDoesNotExist' && /FROM\s+\S*_prisma_migrations/.test(sql)
}
