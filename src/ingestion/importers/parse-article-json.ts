import { z } from 'zod'
import { type IngestInput, ingestInputSchema, SOURCE_SLUG } from '../../actions/ingest-input.ts'
import type { ImportOptions } from '../importer.ts'
import { parseTime } from '../parse-time.ts'

const time = z.string().transform((text, context) => {
  const parsed = parseTime(text)
  if (parsed === null) {
    context.addIssue({
      code: 'custom',
      message: `"${text.slice(0, 40)}" must be a time in ISO 8601, like 2025-12-24T09:00:00Z`,
    })
  }
  return parsed
})

/** Times are strings here, and the source may come from the import. */
const articleJsonSchema = ingestInputSchema.extend({
  source: SOURCE_SLUG.nullish(),
  publishedAt: time.nullish(),
  modifiedAt: time.nullish(),
  embargoedUntil: time.nullish(),
})

/** One object of a file: the article it holds, or why it cannot be one. */
export function parseArticleJson(
  json: unknown,
  options: ImportOptions,
): { input: IngestInput } | { reason: string } {
  const result = articleJsonSchema.safeParse(json)
  if (!result.success) return { reason: describe(result.error) }
  const { data } = result
  return {
    input: {
      ...data,
      source: data.source ?? options.source,
      publishedAt: data.publishedAt ?? options.publishedAt,
    },
  }
}

function describe({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
}
