import { requireScope, type Scope } from '../auth/actor.ts'
import { NotFoundError, RevisionConflictError } from '../core/app-error.ts'
import type { ArticleEventType } from '../core/outbox-event.ts'
import type { Db, Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import { type ArticleState, readArticleState } from './article-state.ts'
import { openArticle } from './open-articles.ts'
import { recordAudit } from './record.ts'
import { recordArticleChange } from './record-article-change.ts'

/** A write may wait for its turn behind an import. */
export const ARTICLE_TRANSACTION = { maxWait: 60_000, timeout: 60_000 }

interface Change {
  /** Name of the action, for the audit log. */
  readonly action: string
  readonly event: Exclude<ArticleEventType, 'article.created' | 'article.erased'>
  readonly scope: Scope
  readonly articleId: number
  /** Number of the revision that the caller read; null where any will do. */
  readonly expectedRevision: number | null
}

/** What a change leaves in the audit log; null where there was nothing to change. */
export type ChangeDetails = Record<string, string | number | null> | null

/**
 * Changes one article in one transaction, with its line in the audit log and what there is to tell.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision
 */
export async function changeArticle(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  { action, event, scope, articleId, expectedRevision }: Change,
  change: (tx: Tx, article: ArticleToChange, before: ArticleState) => Promise<ChangeDetails>,
): Promise<void> {
  requireScope(actor, scope)
  await db.$transaction(async (tx) => {
    await openArticle(tx, { articleId, now })
    const article = await readArticleToChange(tx, articleId)
    checkRevision(article.revision.number, expectedRevision)
    const before = await readArticleState(tx, { articleId, now })
    const details = await change(tx, article, before)
    if (details === null) return
    await recordAudit(tx, actor, { action, targetType: 'Article', targetId: articleId, details })
    await recordArticleChange(tx, { before, type: event, now })
  }, ARTICLE_TRANSACTION)
}

/** @throws {RevisionConflictError} when they differ */
export function checkRevision(current: number, expected: number | null): void {
  if (expected !== null && expected !== current) throw new RevisionConflictError(expected, current)
}

export type ArticleToChange = Awaited<ReturnType<typeof readArticleToChange>>

/** @throws {NotFoundError} when there is no such article */
export async function readArticleToChange(tx: Db | Tx, articleId: number) {
  const row = await tx.article.findUnique({
    where: { id: articleId },
    include: { currentRevision: true, source: true },
  })
  if (row === null || row.currentRevision === null) {
    throw new NotFoundError('input.id: there is no article with this id.')
  }
  const { currentRevision: revision, ...article } = row
  return { ...article, revision }
}
