import { z } from 'zod'

/** What every change of an article is given. */
export const ARTICLE_CHANGE = {
  articleId: z.number().int(),
  /** Number of the revision that the caller read. */
  expectedRevision: z.number().int().min(1, 'must be the number of a revision').nullish(),
}

/** The words of a notice. */
export const NOTICE = z.string().trim().min(1, 'must not be empty').max(5_000)

/** What a notice says of a text that goes on standing. */
export const CORRECTION_KIND = z.enum(['CORRECTION', 'CLARIFICATION'])
