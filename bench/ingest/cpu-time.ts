import { existsSync, readFileSync } from 'node:fs'

/** CPU time in milliseconds. */
export interface CpuTime {
  /** Of the thread that asks, where Linux tells; Node 20 itself does not. */
  readonly main: number | null
  /** Of all threads, those that collect garbage included. */
  readonly all: number
}

const MAIN_THREAD = '/proc/self/schedstat'

/** Since the process started; to be called in its main thread. */
export function readCpuTime(): CpuTime {
  const { user, system } = process.cpuUsage()
  const main = existsSync(MAIN_THREAD)
    ? Number(readFileSync(MAIN_THREAD, 'utf8').split(' ')[0]) / 1e6
    : null
  return { main, all: (user + system) / 1000 }
}

export const cpuTimeSince = (start: CpuTime): CpuTime => {
  const now = readCpuTime()
  return {
    main: now.main === null || start.main === null ? null : now.main - start.main,
    all: now.all - start.all,
  }
}
