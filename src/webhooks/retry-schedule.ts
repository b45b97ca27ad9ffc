const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** Pauses between attempts, in milliseconds: those that Standard Webhooks suggests, three days in all. */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Up to a fifth more: receivers that come back are not asked by everybody at once. */
const JITTER = 0.2

/**
 * When to try again, in milliseconds from now; null when there were attempts enough.
 *
 * @param attempts how many there were
 * @param random 0 up to 1
 */
export function retryPause(attempts: number, random: number): number | null {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : Math.round(pause * (1 + JITTER * random))
}
