import type { Clock } from './clock.ts'
import { RemoteError } from './remote-error.ts'

const ATTEMPTS = 3
const FIRST_WAIT_MS = 500

/**
 * Runs `work` up to three times. Between attempts it waits as long as the endpoint asks, else half
 * a second, then twice as long; it gives up at once where the wait would pass the deadline.
 *
 * @param deadline in milliseconds of the clock
 * @throws what the last attempt threw
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  { clock, deadline }: { readonly clock: Clock; readonly deadline: number },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RemoteError) || !error.retryable || attempt === ATTEMPTS) throw error
      const wait = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1)
      if (clock.now() + wait > deadline) throw error
      await clock.sleep(wait)
    }
  }
}
