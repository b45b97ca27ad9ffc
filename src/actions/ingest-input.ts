import { z } from 'zod'
import { ARTICLE_CHANGE, CORRECTION_KIND, NOTICE } from './article-change-input.ts'

/** How sources are named in addresses, settings and files. */
export const SOURCE_SLUG = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be a slug: a-z, 0-9 and "-", at most 63 characters')

/**
 * One article as an importer, a CMS adapter or the mutation hands it over. The names are those of
 * IngestArticleInput in the GraphQL schema. Times are JavaScript dates, empty texts count as absent.
 */
export const ingestInputSchema = z.strictObject({
  source: SOURCE_SLUG,
  externalId: z.string().trim().min(1, 'must not be empty').max(500),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  headline: z.string().nullish(),
  dek: z.string().nullish(),
  bodyHtml: z.string().nullish(),
  bodyText: z.string().nullish(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as "en" or "pt-BR"')
    .nullish(),
  authors: z.array(z.string().trim().min(1).max(300)).max(100).nullish(),
  topics: z
    .array(
      z.strictObject({
        slug: z.string().trim().min(1).max(200).nullish(),
        name: z.string().trim().min(1).max(200),
      }),
    )
    .max(100)
    .nullish(),
  publishedAt: z.date().nullish(),
  modifiedAt: z.date().nullish(),
  externalRevision: z.string().max(500).nullish(),
  embargoedUntil: z.date().nullish(),
  status: z.enum(['DRAFT', 'SCHEDULED', 'PUBLISHED', 'UNPUBLISHED', 'WITHDRAWN']).nullish(),
  entities: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(300),
        type: z.enum(['PERSON', 'PLACE', 'ORGANIZATION']),
        externalId: z.string().trim().min(1).max(500).nullish(),
      }),
    )
    .max(500)
    .nullish(),
  /** Says that this text corrects the one before it, or that it makes it clearer. */
  correction: z
    .strictObject({ kind: CORRECTION_KIND.default('CORRECTION'), text: NOTICE })
    .nullish(),
  expectedRevision: ARTICLE_CHANGE.expectedRevision,
})

export type IngestInput = z.infer<typeof ingestInputSchema>
