import { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { parseTime } from '../ingestion/parse-time.ts'
import { extractArticle, extractVerbatim, type Reader } from './extract-article.ts'

/** A line of input, by its bytes, with its number from 1. */
export interface NumberedLine {
  readonly number: number
  /** Null for a line that was too long to keep. */
  readonly bytes: Uint8Array | null
}

/** The answer to one line: a JSON document without a line feed. */
export interface LineAnswer {
  readonly json: string
  readonly failed: boolean
}

/** The time is for lines that carry none of their own. */
export interface LineOptions extends Reader {
  readonly verbatim: boolean
}

/** Some thirty times the longest text that is taken, with every character escaped. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024

const idSchema = z.union([z.string(), z.number()])
const lineSchema = z.object({
  id: idSchema,
  text: z.string(),
  publishedAt: z
    .string()
    .transform((time, context) => {
      const date = parseTime(time)
      if (date === null) context.addIssue('write a time like 2025-12-24T09:00:00Z')
      return date
    })
    .nullish(),
})

/** Answers one line. Whatever is wrong with it is said in the answer: the next lines count as well. */
export async function extractLine(line: NumberedLine, options: LineOptions): Promise<LineAnswer> {
  let content: unknown
  try {
    content = parseLine(line)
    const { id, text, publishedAt } = lineSchema.parse(content)
    const by = { ...options, publishedAt: publishedAt ?? options.publishedAt }
    const extraction = options.verbatim
      ? await extractVerbatim(text, by)
      : await extractArticle({ bodyText: text }, by)
    return { json: JSON.stringify({ id, ...extraction }), failed: false }
  } catch (error) {
    const answer = { id: idOf(content), line: line.number, error: describe(error) }
    return { json: JSON.stringify(answer), failed: true }
  }
}

class UnreadableLine extends Error {}

function parseLine({ bytes }: NumberedLine): unknown {
  if (bytes === null) {
    const most = MAX_LINE_BYTES / 1024 / 1024
    throw new UnreadableLine(`The line is longer than ${most} MB: divide its text.`)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableLine('The line is not UTF-8: write it in that encoding.')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnreadableLine(`The line is not JSON (${(error as Error).message}).`)
  }
}

function idOf(content: unknown): string | number | null {
  const found = z.object({ id: idSchema }).safeParse(content)
  return found.success ? found.data.id : null
}

function describe(error: unknown): string {
  if (error instanceof UnreadableLine || error instanceof AppError) return error.message
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(
      ({ path, message }) => `${path.join('.') || 'line'}: ${message}`,
    )
    return `The line is not {"id", "text", "publishedAt"?}: ${issues.join('; ')}.`
  }
  return `The extractor failed on this text, which is a bug: ${String(error)}`
}
