import { availableParallelism } from 'node:os'
import type { Writable } from 'node:stream'
import { mapInOrder } from '../core/map-in-order.ts'
import { createExtractionThreads } from '../extraction/pool/extraction-threads.ts'
import type { ExtractOptions } from './extract-file.ts'
import { extractLine } from './extract-line.ts'
import { readLines } from './read-lines.ts'

/** Lines that are worked on at once: enough that no thread ever waits for one. */
const READ_AHEAD = 8 * availableParallelism()

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
  options: ExtractOptions,
): Promise<LinesSummary> {
  const threads = createExtractionThreads()
  const summary = { lines: 0, failed: 0 }
  // What goes wrong is reported to each write; without a listener it would end the process as well.
  output.on('error', () => undefined)
  try {
    const answers = mapInOrder(readLines(input), READ_AHEAD, (line) =>
      extractLine(line, { ...options, ...threads }),
    )
    for await (const { json, failed } of answers) {
      summary.lines += 1
      if (failed) summary.failed += 1
      await write(output, `${json}\n`)
    }
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  } finally {
    await threads.close()
  }
  return summary
}

const write = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()))
  })

/** The reader has what it wanted ("| head"). */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'
