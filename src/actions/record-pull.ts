import { requireScope } from '../auth/actor.ts'
import type { ActionContext } from './action-context.ts'

interface PullResult {
  readonly sourceId: number
  /** Null after a failure: what was fetched before still counts. */
  readonly summary: PullSummary | null
  readonly error: string | null
  readonly failures: number
  readonly nextAt: Date | null
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly modifiedAt?: Date | null
}

interface PullSummary {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly stale: number
  readonly failed: readonly { readonly reason: string }[]
  readonly skipped: readonly unknown[]
}

/** Writes down that a source's articles are being fetched. */
export async function startPull(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  sourceId: number,
): Promise<void> {
  requireScope(actor, 'INGEST')
  const data = { pullStartedAt: now, pullFinishedAt: null }
  await db.source.update({ where: { id: sourceId }, data })
}

/** Writes down how fetching a source's articles went, and where the next pull begins. */
export async function finishPull(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  { sourceId, summary, error, failures, nextAt, etag, lastModified, modifiedAt }: PullResult,
): Promise<void> {
  requireScope(actor, 'INGEST')
  await db.source.update({
    where: { id: sourceId },
    data: {
      pullFinishedAt: now,
      pullNextAt: nextAt,
      pullFailures: failures,
      pullError: error ?? summary?.failed[0]?.reason ?? null,
      ...(summary !== null && {
        pullSummary: {
          created: summary.created,
          updated: summary.updated,
          unchanged: summary.unchanged,
          stale: summary.stale,
          failed: summary.failed.length,
          skipped: summary.skipped.length,
        },
      }),
      ...(etag !== undefined && { pullEtag: etag }),
      ...(lastModified !== undefined && { pullLastModified: lastModified }),
      ...(modifiedAt !== undefined && { pullModifiedAt: modifiedAt }),
    },
  })
}
