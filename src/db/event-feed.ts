import { AppError } from '../core/app-error.ts'
import type { Db } from './client.ts'
import { eventsAfter, lastEventId, refuseGap, type StoredEvent } from './outbox.ts'

/** Events kept in memory for all streams together; a slower stream reads them from the database. */
const RECENT = 1_000
/** Events that are read at once. */
const BATCH = 200
/** Open streams of one server. Each holds a socket. */
const MAX_STREAMS = 1_000

/**
 * Tells streams of new events. One reader of the outbox serves them all: it reads when it is woken,
 * after a commit of this process, and every now and then, for commits of others.
 *
 * A stream takes events at its own pace, and none is left out: what is no longer in memory is read
 * from the database, so a slow client costs no memory. One that falls behind what is kept gets
 * AppError EVENTS_PRUNED.
 */
export class EventFeed {
  readonly #db: Db
  readonly #onError: (error: unknown) => void
  readonly #timer: NodeJS.Timeout
  /** What wakes a stream, and the event it has come to. */
  readonly #waiting = new Map<() => void, number>()
  #streams = 0
  /** Null while nobody listens. */
  #recent: Recent | null = null
  #reading: Promise<void> | null = null
  #isStale = false
  #isClosed = false

  constructor(
    db: Db,
    {
      pollMs = 500,
      onError,
    }: {
      /** How often to look for events of other processes, in milliseconds. */
      readonly pollMs?: number
      /** A read failed; the next one is at the next poll. */
      readonly onError: (error: unknown) => void
    },
  ) {
    this.#db = db
    this.#onError = onError
    this.#timer = setInterval(() => this.wake(), pollMs)
    this.#timer.unref()
  }

  /** To be called after each commit: looks for new events, if anybody waits for them. */
  wake(): void {
    if (this.#isClosed || this.#waiting.size === 0) return
    this.#isStale = true
    this.#reading ??= this.#read()
  }

  /** The events behind an id, as they come, until the signal aborts or the feed is closed. */
  async *stream(after: number, signal: AbortSignal): AsyncGenerator<StoredEvent, void, undefined> {
    if (this.#streams >= MAX_STREAMS) {
      throw new AppError('LIMIT_EXCEEDED', `${MAX_STREAMS} streams are open: try again later.`)
    }
    this.#streams += 1
    let position = after
    try {
      while (!signal.aborted && !this.#isClosed) {
        const events = await this.#eventsBehind(position)
        if (events.length === 0) await this.#change(position, signal)
        for (const event of events) {
          if (signal.aborted || this.#isClosed) return
          position = event.id
          yield event
        }
      }
    } finally {
      this.#streams -= 1
      if (this.#streams === 0) this.#recent = null
    }
  }

  /** Ends all streams; afterwards it reads nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    for (const wake of [...this.#waiting.keys()]) wake()
    await this.#reading
  }

  get openStreams(): number {
    return this.#streams
  }

  async #eventsBehind(id: number): Promise<readonly StoredEvent[]> {
    if (this.#recent === null || id >= this.#recent.last) return []
    if (id >= this.#recent.floor) return this.#recent.events.filter((event) => event.id > id)
    await refuseGap(this.#db, id)
    return eventsAfter(this.#db, { id, limit: BATCH })
  }

  /** Resolves when there may be events behind the id, and when there will be none. */
  #change(id: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      if (signal.aborted || this.#isClosed || (this.#recent !== null && this.#recent.last > id)) {
        resolve()
        return
      }
      this.#waiting.set(done, id)
      signal.addEventListener('abort', done)
      // What was committed before it began to wait.
      this.wake()
    })
  }

  async #read(): Promise<void> {
    try {
      while (this.#isStale && !this.#isClosed) {
        this.#isStale = false
        await this.#readNew()
      }
    } catch (error) {
      this.#onError(error)
    } finally {
      this.#reading = null
    }
  }

  async #readNew(): Promise<void> {
    // From now on: whoever wants older ones reads them from the database.
    const { events, floor, last } = this.#recent ?? (await this.#startingNow())
    const found = await eventsAfter(this.#db, { id: last, limit: BATCH })
    if (this.#streams === 0) return
    const all = [...events, ...found]
    const kept = all.slice(-RECENT)
    this.#recent = {
      events: kept,
      floor: all[all.length - kept.length - 1]?.id ?? floor,
      last: found.at(-1)?.id ?? last,
    }
    if (found.length === BATCH) this.#isStale = true
    for (const [wake, id] of [...this.#waiting]) if (id < this.#recent.last) wake()
  }

  async #startingNow(): Promise<Recent> {
    const last = await lastEventId(this.#db)
    return { events: [], floor: last, last }
  }
}

/** All events with ids above `floor`, up to `last`. */
interface Recent {
  readonly events: readonly StoredEvent[]
  readonly floor: number
  readonly last: number
}
