import { MAX_LINE_BYTES, type NumberedLine } from './extract-line.ts'

const LINE_FEED = 0x0a

/** Enough to hide the cost of a message between threads, few enough to spread over them. */
const BATCH_LINES = 16

/**
 * Cuts bytes into batches of numbered lines; empty ones are left out. What has come in is handed on at
 * once, so that who sends a line and waits gets an answer. Lines end at line feeds only: JSON may hold
 * the other separators.
 */
export async function* batchLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<readonly NumberedLine[]> {
  const open = new OpenLine(maxLineBytes)
  let number = 0
  let batch: NumberedLine[] = []
  const add = (bytes: Uint8Array | null): void => {
    number += 1
    if (bytes === null || !isBlank(bytes)) batch.push({ number, bytes })
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      open.add(chunk.subarray(start, end))
      add(open.take())
      start = end + 1
      if (batch.length < BATCH_LINES) continue
      yield batch
      batch = []
    }
    open.add(chunk.subarray(start))
    if (batch.length > 0) yield batch
    batch = []
  }
  add(open.take())
  if (batch.length > 0) yield batch
}

/** The line that the chunks so far have begun; past the limit its bytes are dropped. */
class OpenLine {
  readonly #limit: number
  #parts: Uint8Array[] = []
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(part: Uint8Array): void {
    this.#length += part.length
    if (this.#length > this.#limit) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  /** Null where the line was too long. The bytes are a copy, free to go to another thread. */
  take(): Uint8Array | null {
    const line = this.#length > this.#limit ? null : new Uint8Array(Buffer.concat(this.#parts))
    this.#parts = []
    this.#length = 0
    return line
  }
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
