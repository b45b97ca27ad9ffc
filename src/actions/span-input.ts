import { z } from 'zod'
import { locateSpan } from '../core/locate-span.ts'
import type { Span } from '../core/span.ts'
import type { AnnotatedArticle } from './read-annotated-article.ts'

const OFFSET = z.number().int().min(0)
const WORDS = z.string().max(2_000)

/** Where a person marks the text: offsets, or words as they stand there. */
export const spanInputSchema = z.strictObject({
  field: z.enum(['HEADLINE', 'BODY']),
  start: OFFSET.nullish(),
  end: OFFSET.nullish(),
  exact: WORDS.nullish(),
  prefix: WORDS.nullish(),
  suffix: WORDS.nullish(),
})

export type SpanInput = z.infer<typeof spanInputSchema>

/** The span in the current text; throws InvalidInputError that says what stands there. */
export const locateInArticle = (
  { revision }: AnnotatedArticle,
  span: SpanInput,
  path: string,
): Span => locateSpan(span.field === 'HEADLINE' ? revision.headline : revision.bodyText, span, path)
