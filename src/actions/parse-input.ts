import type { z } from 'zod'
import { InvalidInputError } from '../core/app-error.ts'

/** The input as the schema describes it; throws InvalidInputError naming the first value that is wrong. */
export function parseOrThrow<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = ['input', ...(issue?.path ?? [])].join('.')
  throw new InvalidInputError(`${path}: ${issue?.message ?? 'cannot be used'}.`, path)
}
