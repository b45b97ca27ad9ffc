/** Time as the caller has it: tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number
  sleep(ms: number): Promise<void>
}
