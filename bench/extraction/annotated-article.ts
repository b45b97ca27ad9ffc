import { z } from 'zod'

/** One answer, or several that are equally right; "*" anywhere means that it is not judged. */
const answers = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

const mentionQuote = z.union([
  z.string().min(1),
  z.strictObject({ quote: z.string().min(1), nth: z.int().positive() }),
])

const figureNote = z.strictObject({
  /** The number as the text writes it, with its currency: "three", "$4.5 million". */
  number: z.string().min(1),
  /** A longer quote around it that stands in the text only once; the number itself when absent. */
  in: z.string().min(1).optional(),
  /** Which occurrence of `in`, counted from 1, where it stands there more than once. */
  nth: z.int().positive().optional(),
  /** Not judged when absent; null for ranges, scores and "others". */
  value: z.number().nullable().optional(),
  minValue: z.number().nullable().optional(),
  maxValue: z.number().nullable().optional(),
  /** What is counted or measured; not judged when absent. */
  measure: answers.optional(),
  /** ISO 4217, "percent", "ratio" or UCUM; when absent, the thing counted. */
  unit: answers.optional(),
  /** EXACT when absent. */
  qualifier: answers.optional(),
  /** "NAMED: Ukrainian Air Force"; ARTICLE_VOICE when absent. */
  attribution: answers.optional(),
  /** Fair to find and fair to leave out: counts neither way, and nothing of it is judged. */
  optional: z.literal(true).optional(),
})

/** The annotations of one article as people write them: docs/annotation-guideline.md. */
export const annotatedArticleSchema = z.strictObject({
  publishedAt: z.iso.datetime().nullable().default(null),
  people: z.array(mentionQuote).default([]),
  places: z.array(mentionQuote).default([]),
  organizations: z.array(mentionQuote).default([]),
  figures: z.array(figureNote).default([]),
})

export type MentionQuote = z.infer<typeof mentionQuote>
export type FigureNote = z.infer<typeof figureNote>
export type AnnotatedArticle = z.infer<typeof annotatedArticleSchema>
