import { AppError } from '../core/app-error.ts'
import type { Db, Tx } from './client.ts'
import { writeUrgently } from './write-queue.ts'

/** Pieces of work in one transaction; more would keep other writers waiting. */
const MOST_AT_ONCE = 50

interface Piece {
  readonly work: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Small writes that many wait for at the same time, in one transaction: what comes while one is under way goes into the next.
 * A hundred of them so wait for the writer and for the disk a few times instead of a hundred.
 */
export class GroupCommit {
  readonly #db: Db
  readonly #waiting: Piece[] = []
  #isRunning = false

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * Resolves when what the work has written is committed.
   *
   * @param work sees what those before it have written; one that throws an AppError must not have written anything
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject })
      if (!this.#isRunning) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      const pieces = this.#waiting.splice(0, MOST_AT_ONCE)
      if (await this.#commit(pieces)) continue
      // Nothing of it was written: the one that failed is to fail alone.
      for (const piece of pieces) await this.#commit([piece])
    }
    this.#isRunning = false
  }

  /** False where the transaction failed and is to be tried with fewer. */
  async #commit(pieces: readonly Piece[]): Promise<boolean> {
    try {
      const outcomes = await writeUrgently(() =>
        this.#db.$transaction(async (tx) => {
          const told: (() => void)[] = []
          for (const piece of pieces) told.push(await carryOut(tx, piece))
          return told
        }),
      )
      for (const tell of outcomes) tell()
      return true
    } catch (error) {
      if (pieces.length > 1) return false
      pieces[0]?.reject(error)
      return true
    }
  }
}

/** What to tell when it is committed. Throws what is no expected error: it may have come from a statement. */
async function carryOut(tx: Tx, { work, resolve, reject }: Piece): Promise<() => void> {
  try {
    const value = await work(tx)
    return () => resolve(value)
  } catch (error) {
    if (error instanceof AppError) return () => reject(error)
    throw error
  }
}
