import { AsyncLocalStorage } from 'node:async_hooks'

type Lane = 'urgent' | 'other'

const lane = new AsyncLocalStorage<Lane>()

/**
 * Somebody waits for what is written in it, as a CMS does for the answer to its delivery: it goes before work that nobody
 * waits for. Keep it short.
 */
export const writeUrgently = <T>(work: () => Promise<T>): Promise<T> => lane.run('urgent', work)

/**
 * Hands the one writing connection from writer to writer: in each lane first come, first served; from the two lanes in turn,
 * so that neither waits for more than one writer of the other.
 */
export class WriteQueue {
  readonly #waiting: Readonly<Record<Lane, (() => void)[]>> = { urgent: [], other: [] }
  #isTaken = false
  #last: Lane = 'other'

  /** Waits for the turn; the function that it resolves to ends it. */
  async acquire(): Promise<() => void> {
    const own = lane.getStore() ?? 'other'
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting[own].push(resolve))
    this.#isTaken = true
    this.#last = own
    let isOver = false
    return () => {
      if (!isOver) this.#next()
      isOver = true
    }
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }

  #next(): void {
    const { urgent, other } = this.#waiting
    const isOthersTurn = this.#last === 'urgent' ? other.length > 0 : urgent.length === 0
    const begin = (isOthersTurn ? other : urgent).shift()
    // Stays taken for the next one, so that nobody slips in before it begins.
    if (begin === undefined) this.#isTaken = false
    else begin()
  }
}
