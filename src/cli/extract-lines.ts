import { availableParallelism } from 'node:os'
import type { Writable } from 'node:stream'
import { batchLines } from './extract-batches.ts'
import type { ExtractOptions } from './extract-file.ts'
import type { LineAnswer } from './extract-line.ts'
import { ExtractPool } from './extract-pool.ts'

/** Batches that wait or are worked on, for each thread: enough that none ever waits for input. */
const BATCHES_PER_THREAD = 4

export interface LinesSummary {
  readonly lines: number
  readonly failed: number
}

/**
 * Answers JSON lines in their order, on all cores. Memory stays bounded however long the input is:
 * nothing more is read while answers are waited for or cannot be written.
 */
export async function extractLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  { verbatim, publishedAt }: ExtractOptions,
): Promise<LinesSummary> {
  const threads = availableParallelism()
  const pool = new ExtractPool(threads, {
    verbatim,
    publishedAt: publishedAt?.toISOString() ?? null,
  })
  const summary = { lines: 0, failed: 0 }
  /** Each settles when its answers are written, after those before it. */
  const open: Promise<void>[] = []
  let last = Promise.resolve()
  // What goes wrong is reported to each write; without a listener it would end the process as well.
  output.on('error', () => undefined)
  try {
    for await (const batch of batchLines(input)) {
      const answers = pool.run(batch)
      last = writeAfter(last, answers, output, summary)
      // Awaited later, here or below: until then a failure must not count as unhandled.
      last.catch(() => undefined)
      open.push(last)
      if (open.length >= threads * BATCHES_PER_THREAD) await open.shift()
    }
    await last
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  } finally {
    await pool.close()
  }
  return summary
}

async function writeAfter(
  before: Promise<void>,
  answers: Promise<readonly LineAnswer[]>,
  output: Writable,
  summary: { lines: number; failed: number },
): Promise<void> {
  const [found] = await Promise.all([answers, before])
  for (const { json, failed } of found) {
    summary.lines += 1
    if (failed) summary.failed += 1
    await write(output, `${json}\n`)
  }
}

const write = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()))
  })

/** The reader has what it wanted ("| head"). */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'
