import { setImmediate } from 'node:timers/promises'

/** How long statements may follow each other before sockets and timers have their turn, in milliseconds. */
const SLICE_MS = 5

/**
 * better-sqlite3 answers before it returns, so a loop of awaited queries runs on microtasks alone and nothing else in the
 * process has its turn: an import of ten thousand articles would be one long pause for every reader. Each statement
 * therefore asks first; once a slice is used up it waits for the event loop to go round.
 */
export class TimeSlice {
  #end = 0

  async yieldWhenUsedUp(): Promise<void> {
    if (performance.now() < this.#end) return
    await setImmediate()
    this.#end = performance.now() + SLICE_MS
  }
}
