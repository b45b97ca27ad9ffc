import type { Clock } from './clock.ts'
import { RemoteError } from './remote-error.ts'

const FAILURES = 3
const PAUSE_MS = 60_000

/**
 * After three failures in a row asks nothing for a minute, so that an import does not wait for the
 * timeouts of a dead endpoint with each article.
 */
export class CircuitBreaker {
  readonly #clock: Clock
  #failures = 0
  #openUntil = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Runs the work; throws RemoteError without running it during a pause. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#clock.now() < this.#openUntil) {
      throw new RemoteError(`not asked: its last ${FAILURES} answers failed less than a minute ago`)
    }
    try {
      const result = await work()
      this.#failures = 0
      return result
    } catch (error) {
      this.#failures += 1
      if (this.#failures >= FAILURES) {
        this.#openUntil = this.#clock.now() + PAUSE_MS
        this.#failures = 0
      }
      throw error
    }
  }
}
