import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { InvalidInputError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { readArticleState } from './article-state.ts'
import { assertFreeForFigure } from './assert-free-span.ts'
import { figureInputSchema, readFigureInput } from './figure-input.ts'
import { decidedPart, placeRows } from './figure-rows.ts'
import { parseOrThrow } from './parse-input.ts'
import { MADE_BY_HUMAN } from './provenance-columns.ts'
import { readAnnotatedArticle } from './read-annotated-article.ts'
import { recordAudit } from './record.ts'
import { recordFigureChange } from './record-annotations.ts'
import { locateInArticle, spanInputSchema } from './span-input.ts'

const schema = z.strictObject({
  articleId: z.number().int(),
  expectedRevision: z.number().int().nullish(),
  span: spanInputSchema,
  /** The number as written, a part of the span's words; all of them where it is absent. */
  valueText: z.string().min(1).max(300).nullish(),
  figure: figureInputSchema,
})

/**
 * Adds a figure that the extraction overlooked, in the current text of an article. It needs no review.
 *
 * @throws {NotFoundError} when there is no such article, metric or entity that the actor may see
 * @throws {ConflictError} when another revision is current or a figure stands on these words
 */
export async function addFigure(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { articleId, expectedRevision, figure, ...words } = parseOrThrow(schema, input)
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const article = await readAnnotatedArticle(tx, { articleId, viewer, expectedRevision })
    const before = await readArticleState(tx, { articleId, now })
    const span = locateInArticle(article, words.span, 'input.span')
    const valueText = words.valueText ?? span.exact
    if (!span.exact.includes(valueText)) {
      throw new InvalidInputError(
        `input.valueText: "${valueText}" is no part of "${span.exact}".`,
        'input.valueText',
      )
    }
    const revisionId = article.revision.id
    await assertFreeForFigure(tx, { ...span, id: null, revisionId })
    const { columns, placeIds } = await readFigureInput(tx, {
      input: figure,
      stored: {
        value: null,
        minValue: null,
        maxValue: null,
        qualifier: impliedQualifier(figure),
      },
      viewer,
      path: 'input',
    })
    const row = await tx.figure.create({
      data: {
        attributionKind: 'ARTICLE_VOICE',
        ...columns,
        articleId,
        revisionId,
        orderedAt: article.orderedAt,
        ...span,
        valueText,
        confidence: 1,
        ...MADE_BY_HUMAN,
        places: { create: placeRows(placeIds ?? []) },
      },
      include: { places: { orderBy: { position: 'asc' }, select: { placeId: true } } },
    })
    await recordAudit(tx, actor, {
      action: 'addFigure',
      targetType: 'Figure',
      targetId: row.id,
      details: { articleId, exact: span.exact, after: decidedPart(row) },
    })
    await recordFigureChange(tx, { article, before, now, figureId: row.id })
    return row.id
  })
}

/** What the numbers mean where nothing else is said. */
function impliedQualifier({ value, minValue, maxValue }: z.output<typeof figureInputSchema>) {
  if (minValue != null && maxValue != null) return 'BETWEEN'
  return value == null && minValue == null && maxValue == null ? 'UNSPECIFIED' : 'EXACT'
}
