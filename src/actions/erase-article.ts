import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { vocabularyMetric } from '../core/metric-vocabulary.ts'
import type { Tx } from '../db/client.ts'
import { purgeDeleted } from '../db/purge-deleted.ts'
import type { ActionContext } from './action-context.ts'
import { ARTICLE_CHANGE } from './article-change-input.ts'
import { readArticleState } from './article-state.ts'
import { ARTICLE_TRANSACTION, checkRevision, readArticleToChange } from './change-article.ts'
import { deleteUnusedEntities, entitiesOf } from './delete-unused-entities.ts'
import { forgetUnusedNames } from './forget-unused-names.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { recordArticleChange } from './record-article-change.ts'
import { regroupClaims } from './regroup-claims.ts'

const schema = z.strictObject(ARTICLE_CHANGE)

/**
 * Deletes an article and all that came with it alone: texts, notices, mentions, figures, the claims that
 * only they supported, payloads, entities, metrics and topics that no other article has and nobody
 * reviewed. What stays is a line in the audit log and an event that names the id. Nothing of its words is
 * left in the database's file when this returns.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision
 */
export async function eraseArticle(
  { db, actor, now }: ActionContext,
  input: z.input<typeof schema>,
): Promise<void> {
  requireScope(actor, 'ADMIN')
  const { articleId, expectedRevision } = parseOrThrow(schema, input)
  await db.$transaction(async (tx) => {
    const article = await readArticleToChange(tx, articleId)
    checkRevision(article.revision.number, expectedRevision ?? null)
    const state = await readArticleState(tx, { articleId, now })
    // Whoever copied it while it was public must learn that it is to be deleted.
    const wasPublic = article.status === 'UNPUBLISHED' || article.status === 'WITHDRAWN'
    const before = { ...state, isPublic: state.isPublic || wasPublic }
    const entityIds = await entitiesOf(tx, articleId)
    const figures = await tx.figure.findMany({
      where: { articleId },
      select: { id: true, claimKey: true, metricId: true },
    })
    await forgetWords(tx, articleId, { figureIds: figures.map(({ id }) => id) })
    const { sourceId, externalId } = article
    // Payloads that failed have no article; they are told by the id that the CMS gives it.
    await tx.delivery.deleteMany({ where: { OR: [{ articleId }, { sourceId, externalId }] } })
    await tx.outboxEvent.deleteMany({ where: { articleId } })
    await tx.article.delete({ where: { id: articleId } })

    await regroupClaims(tx, [...new Set(figures.flatMap(({ claimKey }) => claimKey ?? []))])
    await deleteUnusedMetrics(tx, [...new Set(figures.flatMap(({ metricId }) => metricId ?? []))])
    await deleteUnusedEntities(tx, entityIds)
    await forgetUnusedNames(tx, entityIds)
    // An earlier state of the article may have brought topics too.
    await tx.topic.deleteMany({ where: { articles: { none: {} } } })
    await recordAudit(tx, actor, {
      action: 'eraseArticle',
      targetType: 'Article',
      targetId: articleId,
      details: { revisions: article.revision.number, figures: figures.length },
    })
    await recordArticleChange(tx, { before, type: 'article.erased', now })
  }, ARTICLE_TRANSACTION)
  await purgeDeleted(db)
}

/** The audit log keeps who did what and when, but not the words it was done to. */
async function forgetWords(
  tx: Tx,
  articleId: number,
  { figureIds }: { readonly figureIds: readonly number[] },
): Promise<void> {
  const mentions = await tx.mention.findMany({ where: { articleId }, select: { id: true } })
  const targets = {
    Article: [articleId],
    Figure: [...figureIds],
    Mention: mentions.map(({ id }) => id),
  }
  for (const [targetType, ids] of Object.entries(targets)) {
    await tx.auditEvent.updateMany({
      where: { targetType, targetId: { in: ids } },
      data: { details: {} },
    })
  }
}

/** Metrics that were named after the article's words, and that nobody defined or merged. */
async function deleteUnusedMetrics(tx: Tx, ids: readonly number[]): Promise<void> {
  const unused = await tx.metric.findMany({
    where: {
      id: { in: [...ids] },
      figures: { none: {} },
      supersededById: null,
      supersedes: { none: {} },
    },
    select: { id: true, key: true },
  })
  const decided = await tx.auditEvent.findMany({
    where: { targetType: 'Metric', targetId: { in: unused.map(({ id }) => id) } },
    select: { targetId: true },
  })
  const kept = new Set(decided.map(({ targetId }) => targetId))
  const own = unused.filter(({ id, key }) => !kept.has(id) && vocabularyMetric(key) === null)
  await tx.metric.deleteMany({ where: { id: { in: own.map(({ id }) => id) } } })
}
