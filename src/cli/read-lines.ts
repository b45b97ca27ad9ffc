import { MAX_LINE_BYTES, type NumberedLine } from './extract-line.ts'

const LINE_FEED = 0x0a

/**
 * Cuts bytes into numbered lines, each handed on as soon as it has come in; empty ones are left out.
 * Lines end at line feeds only: JSON may hold the other separators.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<NumberedLine> {
  const open = new OpenLine(maxLineBytes)
  let number = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      open.add(chunk.subarray(start, end))
      number += 1
      const bytes = open.take()
      if (bytes === null || !isBlank(bytes)) yield { number, bytes }
      start = end + 1
    }
    open.add(chunk.subarray(start))
  }
  const bytes = open.take()
  if (bytes === null || !isBlank(bytes)) yield { number: number + 1, bytes }
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

  /** Null where the line was too long. */
  take(): Uint8Array | null {
    const line = this.#length > this.#limit ? null : Buffer.concat(this.#parts)
    this.#parts = []
    this.#length = 0
    return line
  }
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
