import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface ServerProcess {
  readonly child: ChildProcess
  /** Everything printed so far. */
  output(): string
  readonly url: string
}

/** Starts the built server ("npm run build") in a process of its own and waits until it is ready. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawnServer(env)
  let output = ''
  child.stdout?.setEncoding('utf8')
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: string | Buffer) => {
      output += String(chunk)
    })
  }
  const ended = once(child, 'close').then(() => null)
  for (;;) {
    const url = /ready: GraphiQL on (\S+)\/graphql/.exec(output)?.[1]
    if (url !== undefined) return { child, url, output: () => output }
    const next = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended])
    if (next === null) throw new Error(`The server ended before it was ready:\n${output}`)
  }
}

/** A server that is expected to end by itself: its exit code and what it printed. */
export async function runServerProcess(
  env: Record<string, string>,
): Promise<{ code: number; stderr: string }> {
  const child = spawnServer(env)
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, stderr }
}

function spawnServer(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
