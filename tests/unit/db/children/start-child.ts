import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  /** What it prints, line by line. */
  readonly lines: AsyncIterator<string>
  /** Kills it as the kernel would, without a last word, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Ends its standard input, waits until it is gone and gives its exit code. */
  readonly finish: () => Promise<number | null>
}

/** Starts one of the scripts of this folder in a process of its own. */
export function startChild(script: URL, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close') as Promise<[number | null]>
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
    finish: async () => {
      child.stdin.end()
      const [code] = await closed
      return code
    },
  }
}

/** Waits for the child's next line. */
export async function nextLine({ lines }: Child): Promise<string> {
  const { value, done } = await lines.next()
  if (done === true) throw new Error('The child ended without a word.')
  return value
}
