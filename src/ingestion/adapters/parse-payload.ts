import { z } from 'zod'
import { InvalidInputError } from '../../core/app-error.ts'
import { parseTime } from '../parse-time.ts'

/** The payload as its CMS describes it; throws InvalidInputError that names the first value that is wrong. */
export function parsePayload<Output>(
  schema: z.ZodType<Output>,
  json: unknown,
  what: string,
): Output {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.') ?? ''
  const where = path === '' ? 'the payload' : path
  throw new InvalidInputError(
    `This cannot be read as ${what}: ${where}: ${issue?.message ?? 'cannot be used'}.`,
    path === '' ? null : path,
  )
}

/** Times in payloads are optional and come as text; one that is none is refused, not dropped. */
export const payloadTime = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (text === null || text === undefined || text === '') return null
    const time = parseTime(text)
    if (time === null) {
      context.addIssue({
        code: 'custom',
        message: `"${text.slice(0, 40)}" must be a time in ISO 8601, like 2025-12-24T09:00:00Z`,
      })
    }
    return time
  })

/** An id, which some CMSs send as a number. */
export const payloadId = z
  .union([z.string().trim().min(1), z.number().int()])
  .transform((id) => String(id))

/** The first value that says something. */
export function firstText(...values: readonly (string | null | undefined)[]): string | null {
  return (
    values.find((value) => value !== null && value !== undefined && value.trim() !== '') ?? null
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
