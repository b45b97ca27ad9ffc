import { setTimeout } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  type ConnectionInfo,
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { DatabaseFileError, DatabaseLockedError, isBusy } from './database-error.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'
import { cacheStatements } from './statement-cache.ts'
import { TimeSlice } from './time-slice.ts'
import { WalFlusher } from './wal-flusher.ts'
import { WriteQueue } from './write-queue.ts'

export interface SqliteOptions {
  /**
   * How long a statement waits while another process holds the file's lock, in milliseconds.
   * @default 5000
   */
  readonly busyTimeoutMs?: number
  /**
   * FULL: a commit survives a power cut. NORMAL: it survives the end of the process, but the last commits may be lost in a
   * power cut; the file stays whole either way.
   * @default 'FULL'
   */
  readonly synchronous?: 'FULL' | 'NORMAL'
  /**
   * Page cache of each of the two connections, in MiB.
   * @default 16
   */
  readonly cacheMiB?: number
  /** Called after each commit of a transaction. */
  readonly onCommit?: () => void
}

/** SQLite's own limit on `?` in a statement; Prisma would assume 999. */
const MAX_BIND_VALUES = 32_766
/** An article changes some 500 pages, many of them the same as the one before: the longer they stay in the WAL file, the fewer are copied. */
const CHECKPOINT_PAGES = 4_000
/** Pauses between two tries for a locked file, in milliseconds; the last one repeats. */
const BUSY_PAUSES_MS = [1, 2, 5, 10, 20, 40]

/**
 * A statement that the reading connection may run. WITH counts unless a word in it could write; a wrong guess costs the wait
 * for other writers, or, as that connection is read-only, an error: never a write past the queue.
 */
const READ = /^\s*(?:SELECT\b|WITH\b(?!.*\b(?:INSERT|UPDATE|DELETE|REPLACE)\b))/is

/**
 * Opens a SQLite file for Prisma: one connection that writes, one that only reads, in WAL mode.
 *
 * Prisma's own adapter has a single connection and lets any query run on it while a transaction is open. Others then read
 * what is not committed, and a write that was acknowledged is undone when a foreign transaction rolls back. Here writers
 * queue, a transaction has the writing connection to itself, and readers see what is committed without waiting.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = 'dateline-sqlite'
  readonly #file: string
  readonly #options: Required<SqliteOptions>

  /** @param file absolute path */
  constructor(file: string, options: SqliteOptions = {}) {
    this.#file = file
    this.#options = {
      busyTimeoutMs: 5_000,
      synchronous: 'FULL',
      cacheMiB: 16,
      onCommit: () => {},
      ...options,
    }
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { busyTimeoutMs, synchronous, cacheMiB, onCommit } = this.#options
    // Without a timeout SQLite says at once that the file is locked; it would otherwise sleep on the only thread.
    const open = { url: this.#file, timeout: 0 }
    const cache = `PRAGMA cache_size = -${cacheMiB * 1024}`
    const opened: SqlDriverAdapter[] = []
    try {
      const writer = await new PrismaBetterSqlite3(open).connect()
      opened.push(writer)
      await retryWhileBusy(busyTimeoutMs, () => setWalMode(writer, this.#file))
      // NORMAL: WalFlusher does the rest of FULL.
      await writer.executeScript(
        `PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; ${cache}`,
      )
      const reader = await new PrismaBetterSqlite3({ ...open, readonly: true }).connect()
      opened.push(reader)
      await reader.executeScript(cache)
      for (const connection of opened) cacheStatements(connection)
      const flusher = synchronous === 'FULL' ? new WalFlusher(this.#file) : null
      return new SqliteAdapter({ writer, reader, flusher, busyTimeoutMs, onCommit })
    } catch (error) {
      for (const connection of opened) await connection.dispose()
      throw error
    }
  }
}

interface SqliteAdapterParts {
  readonly writer: SqlDriverAdapter
  readonly reader: SqlDriverAdapter
  /** Null where commits need not survive a power cut. */
  readonly flusher: WalFlusher | null
  readonly busyTimeoutMs: number
  readonly onCommit: () => void
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName = 'dateline-sqlite'
  readonly #writer: SqlDriverAdapter
  readonly #reader: SqlDriverAdapter
  readonly #flusher: WalFlusher | null
  readonly #busyTimeoutMs: number
  readonly #onCommit: () => void
  readonly #writers = new WriteQueue()
  readonly #timeSlice = new TimeSlice()

  constructor({ writer, reader, flusher, busyTimeoutMs, onCommit }: SqliteAdapterParts) {
    this.#onCommit = onCommit
    this.#writer = writer
    this.#reader = reader
    this.#flusher = flusher
    this.#busyTimeoutMs = busyTimeoutMs
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (READ.test(query.sql)) return this.#run(() => this.#reader.queryRaw(query))
    return this.#write((writer) => writer.queryRaw(query))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#write((writer) => writer.executeRaw(query))
  }

  executeScript(script: string): Promise<void> {
    return this.#write((writer) => writer.executeScript(script))
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
    }
    const release = await this.#writers.acquire()
    try {
      // IMMEDIATE takes the file's write lock now, while waiting for it is still possible.
      await this.#run(() => this.#writer.executeScript('BEGIN IMMEDIATE'))
    } catch (error) {
      release()
      throw error
    }
    return new SqliteTransaction({
      connection: this.#writer,
      timeSlice: this.#timeSlice,
      release,
      flush: () => this.#flush(),
      onCommit: this.#onCommit,
    })
  }

  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false }
  }

  /** Waits for the writers in the queue. The writing connection goes last: it clears the WAL file away. */
  async dispose(): Promise<void> {
    await this.#writers.run(async () => {
      await this.#flusher?.close()
      await this.#reader.dispose()
      await this.#writer.dispose()
    })
  }

  /** A statement that is a transaction of its own. */
  async #write<T>(statement: (writer: SqlDriverAdapter) => Promise<T>): Promise<T> {
    const result = await this.#writers.run(() => this.#run(() => statement(this.#writer)))
    await this.#flush()
    return result
  }

  async #flush(): Promise<void> {
    await this.#flusher?.flush()
  }

  async #run<T>(statement: () => Promise<T>): Promise<T> {
    await this.#timeSlice.yieldWhenUsedUp()
    return retryWhileBusy(this.#busyTimeoutMs, statement)
  }
}

async function setWalMode(connection: SqlDriverAdapter, file: string): Promise<void> {
  const sql = 'PRAGMA journal_mode = WAL'
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
  if (rows[0]?.[0] === 'wal') return
  throw new DatabaseFileError(file, 'does not take WAL mode. Keep it on a local disk.')
}

/** A statement that finds the file locked has done nothing, so it is tried again; the event loop goes on meanwhile. */
async function retryWhileBusy<T>(timeoutMs: number, statement: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await statement()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() >= deadline) {
        throw new DatabaseLockedError(timeoutMs, { cause: error })
      }
    }
    await setTimeout(BUSY_PAUSES_MS[attempt] ?? BUSY_PAUSES_MS.at(-1))
  }
}
