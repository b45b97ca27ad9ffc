import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import type { Tx } from '../db/client.ts'
import type { Viewer } from '../db/visibility.ts'
import type { ActionContext } from './action-context.ts'
import { assertFreeForMention } from './assert-free-span.ts'
import { findEntity } from './find-entity.ts'
import { parseOrThrow } from './parse-input.ts'
import type { AnnotatedArticle } from './read-annotated-article.ts'
import { readReviewed } from './read-reviewed.ts'
import { recordAudit } from './record.ts'
import { recordMentionChange } from './record-annotations.ts'
import { reviewFields, STATUS_OF } from './review-decision.ts'
import { locateInArticle, spanInputSchema } from './span-input.ts'

const schema = z.strictObject({
  ...reviewFields,
  changes: z
    .strictObject({
      entityId: z.number().int().optional(),
      span: spanInputSchema.optional(),
      metonym: z.boolean().optional(),
    })
    .nullish(),
})

/**
 * Decides about a mention. A rejected one is in no list and makes no edge; a later decision brings it
 * back. No extraction changes it from now on.
 *
 * @throws {NotFoundError} when there is no such mention that the actor may see
 * @throws {ConflictError} when it is of an older text, another expectation fails, or its words are taken
 */
export async function reviewMention(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const review = parseOrThrow(schema, input)
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const {
      row: mention,
      article,
      before,
    } = await readReviewed(tx, {
      noun: 'mention',
      row: await tx.mention.findUnique({ where: { id: review.id } }),
      review,
      viewer,
      now,
    })
    const columns = {
      ...(await changedColumns(tx, { changes: review.changes ?? {}, article, viewer })),
      reviewStatus: STATUS_OF[review.decision],
    }
    const after = { ...mention, ...columns }
    if (columns.reviewStatus !== 'REJECTED') await assertFreeForMention(tx, after)
    await tx.mention.update({ where: { id: mention.id }, data: columns })
    await recordAudit(tx, actor, {
      action: 'reviewMention',
      targetType: 'Mention',
      targetId: mention.id,
      details: {
        decision: review.decision,
        before: decidedPart(mention),
        after: decidedPart(after),
      },
    })
    await recordMentionChange(tx, { article, before, now })
    return mention.id
  })
}

interface Changes {
  readonly changes: NonNullable<z.output<typeof schema>['changes']>
  readonly article: AnnotatedArticle
  readonly viewer: Viewer
}

async function changedColumns(
  tx: Tx,
  { changes: { entityId, span, metonym }, article, viewer }: Changes,
) {
  const path = 'input.changes.entity'
  const entity =
    entityId === undefined ? null : await findEntity(tx, { id: entityId, viewer, path })
  return {
    ...(entity && { entityId: entity.id, originId: entity.id }),
    ...(span && locateInArticle(article, span, 'input.changes.span')),
    ...(metonym !== undefined && { metonym }),
  }
}

/** What a later decision needs to undo this one. */
const decidedPart = (row: {
  entityId: number
  field: string
  start: number
  end: number
  exact: string
  metonym: boolean
  reviewStatus: string
}) => ({
  entityId: row.entityId,
  span: { field: row.field, start: row.start, end: row.end, exact: row.exact },
  metonym: row.metonym,
  reviewStatus: row.reviewStatus,
})
