import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { InvalidInputError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { readArticleState } from './article-state.ts'
import { assertFreeForMention } from './assert-free-span.ts'
import { createEntity } from './create-entity.ts'
import { findEntity } from './find-entity.ts'
import { parseOrThrow } from './parse-input.ts'
import { MADE_BY_HUMAN } from './provenance-columns.ts'
import { readAnnotatedArticle } from './read-annotated-article.ts'
import { recordAudit } from './record.ts'
import { recordMentionChange } from './record-annotations.ts'
import { locateInArticle, spanInputSchema } from './span-input.ts'

const schema = z.strictObject({
  articleId: z.number().int(),
  expectedRevision: z.number().int().nullish(),
  span: spanInputSchema,
  entityId: z.number().int().nullish(),
  newEntity: z
    .strictObject({
      type: z.enum(['PERSON', 'PLACE', 'ORGANIZATION']),
      name: z.string().trim().min(1, 'must not be empty').max(300),
    })
    .nullish(),
  metonym: z.boolean().nullish(),
})

/**
 * Adds a mention that the extraction overlooked, in the current text of an article: of a known entity,
 * or of one that is made with it. It needs no review.
 *
 * @throws {NotFoundError} when there is no such article or entity that the actor may see
 * @throws {ConflictError} when another revision is current or a mention stands on these words
 */
export async function addMention(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { articleId, expectedRevision, entityId, newEntity, ...about } = parseOrThrow(schema, input)
  if ((entityId == null) === (newEntity == null)) {
    throw new InvalidInputError(
      'input: say who is named with "entity", or with "newEntity" where there is none yet.',
      'input.entity',
    )
  }
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const article = await readAnnotatedArticle(tx, { articleId, viewer, expectedRevision })
    const before = await readArticleState(tx, { articleId, now })
    const span = locateInArticle(article, about.span, 'input.span')
    const { isPublic } = before
    const entity =
      entityId == null
        ? await createEntity(tx, { type: 'PERSON', name: span.exact, ...newEntity, isPublic })
        : await findEntity(tx, { id: entityId, viewer, path: 'input.entity' })
    const placed = {
      articleId,
      revisionId: article.revision.id,
      entityId: entity.id,
      originId: entity.id,
      ...span,
    }
    await assertFreeForMention(tx, { ...placed, id: null })
    const mention = await tx.mention.create({
      data: { ...placed, metonym: about.metonym ?? false, confidence: 1, ...MADE_BY_HUMAN },
    })
    await recordAudit(tx, actor, {
      action: 'addMention',
      targetType: 'Mention',
      targetId: mention.id,
      details: { articleId, exact: span.exact, entityId: entity.id, isNewEntity: entityId == null },
    })
    await recordMentionChange(tx, { article, before, now })
    return mention.id
  })
}
