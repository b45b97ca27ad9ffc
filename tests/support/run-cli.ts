import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the built command line ("npm run build") in a process of its own, on its own database. */
export function startCli(args: readonly string[], databaseUrl: string): ChildProcess {
  return spawn(process.execPath, ['bin/dateline.js', ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the command line to its end. */
export async function runCli(args: readonly string[], databaseUrl: string): Promise<CliResult> {
  const child = startCli(args, databaseUrl)
  const read = (stream: ChildProcess['stdout']) => {
    const chunks: Buffer[] = []
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
    return () => Buffer.concat(chunks).toString('utf8')
  }
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)]
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout(), stderr: stderr() }
}
