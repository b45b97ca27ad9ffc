import type { Clock } from './clock.ts'
import { RemoteError } from './remote-error.ts'

export interface DailyLimits {
  readonly articlesPerDay: number
  /** UTF-16 units of headline and body. */
  readonly charactersPerDay: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** What may still be sent today, in UTC days. In memory: a restart starts a new count. */
export class DailyBudget {
  readonly #limits: DailyLimits
  readonly #clock: Clock
  #day = 0
  #articles = 0
  #characters = 0

  constructor(limits: DailyLimits, clock: Clock) {
    this.#limits = limits
    this.#clock = clock
  }

  /** Counts one article; throws RemoteError, counting nothing, where it would be too much. */
  spend(characters: number): void {
    const day = Math.floor(this.#clock.now() / DAY_MS)
    if (day !== this.#day) {
      this.#day = day
      this.#articles = 0
      this.#characters = 0
    }
    const { articlesPerDay, charactersPerDay } = this.#limits
    if (this.#articles + 1 > articlesPerDay) {
      throw new RemoteError(
        `the limit of ${articlesPerDay} articles a day is reached: raise DATELINE_EXTRACTOR_ARTICLES_PER_DAY`,
      )
    }
    if (this.#characters + characters > charactersPerDay) {
      throw new RemoteError(
        `the limit of ${charactersPerDay} characters a day is reached: raise DATELINE_EXTRACTOR_CHARACTERS_PER_DAY`,
      )
    }
    this.#articles += 1
    this.#characters += characters
  }
}
