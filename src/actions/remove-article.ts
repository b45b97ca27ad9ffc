import { requireScope } from '../auth/actor.ts'
import { fingerprint } from '../core/fingerprint.ts'
import type { Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import { readArticleState } from './article-state.ts'
import type { IngestOutcome } from './decide-outcome.ts'
import { openArticle } from './open-articles.ts'
import { recordAudit } from './record.ts'
import { recordArticleChange } from './record-article-change.ts'

export interface RemovedArticle {
  /** Null where no such article ever came in. */
  readonly articleId: number | null
  readonly outcome: IngestOutcome
}

interface Removal {
  readonly sourceId: number
  readonly externalId: string
  /** When the CMS took it back; an article that was changed later stays (STALE). */
  readonly at: Date | null
}

/**
 * Follows a CMS that took an article back: it is UNPUBLISHED here, with its text and history, and comes back with the
 * next payload that is newer. A deletion in the CMS does the same, since trash can be emptied by mistake; to erase an
 * article is an editor's decision. Unlike unpublishArticle, which is such a decision too, it holds nothing back.
 *
 * @param alongside what else is written in the same transaction
 */
export async function removeArticle(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  request: Removal,
  alongside?: (tx: Tx, removed: RemovedArticle) => Promise<void>,
): Promise<RemovedArticle> {
  requireScope(actor, 'INGEST')
  return db.$transaction(async (tx) => {
    const removed = await remove(tx, { ...request, actor, now })
    await alongside?.(tx, removed)
    return removed
  })
}

async function remove(
  tx: Tx,
  { sourceId, externalId, at, actor, now }: Removal & Pick<ActionContext, 'actor' | 'now'>,
): Promise<RemovedArticle> {
  const article = await tx.article.findUnique({
    where: { sourceId_externalId: { sourceId, externalId } },
    select: { id: true, status: true, modifiedAt: true, payloadHash: true },
  })
  if (article === null) return { articleId: null, outcome: 'UNCHANGED' as const }
  const { id, status, modifiedAt } = article
  if (at !== null && modifiedAt !== null && at < modifiedAt) {
    return { articleId: id, outcome: 'STALE' as const }
  }
  // Unlike that of any payload: the same text may be published again.
  const payloadHash = fingerprint({ removed: externalId })
  if (payloadHash === article.payloadHash || status === 'WITHDRAWN') {
    return { articleId: id, outcome: 'UNCHANGED' as const }
  }
  await openArticle(tx, { articleId: id, now })
  const before = await readArticleState(tx, { articleId: id, now })
  await tx.article.update({
    where: { id },
    data: {
      status: 'UNPUBLISHED',
      opensAt: null,
      payloadHash,
      ...(at !== null && { modifiedAt: at }),
    },
  })
  await recordAudit(tx, actor, {
    action: 'removeArticle',
    targetType: 'Article',
    targetId: id,
    details: { before: status },
  })
  await recordArticleChange(tx, { before, type: 'article.unpublished', now })
  return { articleId: id, outcome: 'UPDATED' as const }
}
