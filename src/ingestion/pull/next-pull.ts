const MINUTE_MS = 60_000
const LONGEST_MS = 24 * 60 * MINUTE_MS

/**
 * When a source is asked next: after its interval, doubled for each failure in a row up to a day, and a tenth more or
 * less, so that sources that were set up together do not stay together.
 *
 * @param random from 0 to 1
 */
export function nextPull({
  now,
  minutes,
  failures,
  random,
}: {
  readonly now: Date
  readonly minutes: number
  readonly failures: number
  readonly random: number
}): Date {
  const interval = minutes * MINUTE_MS
  const pause = Math.max(interval, Math.min(interval * 2 ** Math.min(failures, 20), LONGEST_MS))
  return new Date(now.getTime() + pause * (0.9 + 0.2 * random))
}
