import type {
  SqlDriverAdapter,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils'
import type { TimeSlice } from './time-slice.ts'

interface SqliteTransactionParts {
  /** The writing connection, after BEGIN. */
  readonly connection: SqlDriverAdapter
  readonly timeSlice: TimeSlice
  /** Gives the connection to the next writer. */
  readonly release: () => void
  /** Waits until what was committed is on the disk. */
  readonly flush: () => Promise<void>
  readonly onCommit: () => void
}

/**
 * One transaction on the writing connection, which nobody else uses until it ends.
 *
 * After a failed statement it refuses every further one, and COMMIT, as PostgreSQL does: SQLite itself would go on, after
 * some errors (disk full) even outside the transaction, so that half of it would be kept.
 */
export class SqliteTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName = 'dateline-sqlite'
  /** Prisma sends no COMMIT or ROLLBACK of its own: commit() and rollback() do. */
  readonly options = { usePhantomQuery: true }
  readonly #parts: SqliteTransactionParts
  #state: 'open' | 'failed' | 'closed' = 'open'

  constructor(parts: SqliteTransactionParts) {
    this.#parts = parts
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#run((connection) => connection.queryRaw(query))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#run((connection) => connection.executeRaw(query))
  }

  createSavepoint(name: string): Promise<void> {
    return this.#run((connection) => connection.executeScript(`SAVEPOINT ${name}`))
  }

  releaseSavepoint(name: string): Promise<void> {
    return this.#run((connection) => connection.executeScript(`RELEASE ${name}`))
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    if (this.#state === 'closed') throw this.#refusal()
    await this.#parts.connection.executeScript(`ROLLBACK TO ${name}`)
    this.#state = 'open'
  }

  async commit(): Promise<void> {
    const { connection, timeSlice, release, flush, onCommit } = this.#parts
    await timeSlice.yieldWhenUsedUp()
    if (this.#state !== 'open') {
      const refusal = this.#refusal()
      await this.rollback()
      throw refusal
    }
    // Before the statement: between its answer and our hearing of it another could slip in, outside the transaction.
    this.#state = 'closed'
    try {
      await connection.executeScript('COMMIT')
    } catch (error) {
      await rollBack(connection)
      throw error
    } finally {
      release()
    }
    // The next writer need not wait for the disk.
    await flush()
    onCommit()
  }

  async rollback(): Promise<void> {
    if (this.#state === 'closed') return // the connection may be somebody else's by now
    this.#state = 'closed'
    try {
      await rollBack(this.#parts.connection)
    } finally {
      this.#parts.release()
    }
  }

  async #run<T>(statement: (connection: SqlDriverAdapter) => Promise<T>): Promise<T> {
    await this.#parts.timeSlice.yieldWhenUsedUp()
    // Only now: while it waited, the transaction may have ended.
    if (this.#state !== 'open') throw this.#refusal()
    try {
      return await statement(this.#parts.connection)
    } catch (error) {
      if (this.#state === 'open') this.#state = 'failed'
      throw error
    }
  }

  #refusal(): Error {
    return new Error(
      this.#state === 'failed'
        ? 'A statement of this transaction failed, so nothing more runs in it. Let the error leave the transaction.'
        : 'The transaction has ended.',
    )
  }
}

async function rollBack(connection: SqlDriverAdapter): Promise<void> {
  try {
    await connection.executeScript('ROLLBACK')
  } catch (error) {
    // After some errors SQLite has rolled back already.
    if (!String(error).includes('no transaction is active')) throw error
  }
}
