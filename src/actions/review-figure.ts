import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import type { ActionContext } from './action-context.ts'
import { assertFreeForFigure } from './assert-free-span.ts'
import { figureInputSchema, readFigureInput } from './figure-input.ts'
import { decidedPart, placeRows } from './figure-rows.ts'
import { parseOrThrow } from './parse-input.ts'
import { readReviewed } from './read-reviewed.ts'
import { recordAudit } from './record.ts'
import { recordFigureChange } from './record-annotations.ts'
import { reviewFields, STATUS_OF } from './review-decision.ts'

const schema = z.strictObject({ ...reviewFields, changes: figureInputSchema.nullish() })

/**
 * Decides about a figure. A rejected one is in no list and supports no claim; a later decision brings
 * it back. No extraction changes it from now on.
 *
 * @throws {NotFoundError} when there is no such figure that the actor may see
 * @throws {ConflictError} when it is of an older text, another expectation fails, or its words are taken
 */
export async function reviewFigure(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const review = parseOrThrow(schema, input)
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const places = { orderBy: { position: 'asc' }, select: { placeId: true } } as const
    const {
      row: figure,
      article,
      before,
    } = await readReviewed(tx, {
      noun: 'figure',
      row: await tx.figure.findUnique({ where: { id: review.id }, include: { places } }),
      review,
      viewer,
      now,
    })
    const changes = review.changes
      ? await readFigureInput(tx, {
          input: review.changes,
          stored: figure,
          viewer,
          path: 'input.changes',
        })
      : { columns: {}, placeIds: null }
    const reviewStatus = STATUS_OF[review.decision]
    if (reviewStatus !== 'REJECTED') await assertFreeForFigure(tx, figure)
    const after = await tx.figure.update({
      where: { id: figure.id },
      data: {
        ...changes.columns,
        reviewStatus,
        ...(changes.placeIds && {
          places: { deleteMany: {}, create: placeRows(changes.placeIds) },
        }),
      },
      include: { places },
    })
    await recordAudit(tx, actor, {
      action: 'reviewFigure',
      targetType: 'Figure',
      targetId: figure.id,
      details: {
        decision: review.decision,
        before: decidedPart(figure),
        after: decidedPart(after),
      },
    })
    await recordFigureChange(tx, { article, before, now, figureId: figure.id })
    return figure.id
  })
}
