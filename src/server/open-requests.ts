/** The longest that other work waits, in milliseconds: requests that never end must not stop it. */
const LONGEST_PAUSE_MS = 500

/** Counts requests that somebody waits for, so that work that can wait lets them go first. */
export class OpenRequests {
  readonly #waiting = new Set<() => void>()
  #count = 0

  async run<T>(request: () => Promise<T>): Promise<T> {
    this.#count += 1
    try {
      return await request()
    } finally {
      this.#count -= 1
      if (this.#count === 0) for (const goOn of this.#waiting) goOn()
    }
  }

  /** Resolves when none is open, or after half a second. */
  pause(): Promise<void> {
    if (this.#count === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(goOn)
        resolve()
      }
      const timer = setTimeout(goOn, LONGEST_PAUSE_MS)
      this.#waiting.add(goOn)
    })
  }
}
