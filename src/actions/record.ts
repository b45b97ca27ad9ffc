import type { Actor } from '../auth/actor.ts'
import type {
  ArticleEventType,
  Audience,
  EntityEventType,
  FigureEventType,
} from '../core/outbox-event.ts'
import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'

/** A value that the audit log can hold: dates as ISO 8601 text. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }

/** One line of the audit log, in the transaction that it is about. */
export async function recordAudit(
  tx: Tx,
  actor: Actor,
  event: {
    readonly action: string
    readonly targetType: string
    readonly targetId: number
    readonly details?: { readonly [name: string]: Json }
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: { ...event, actor: actor.label, details: event.details ?? {} },
  })
}

interface ArticleEvent {
  readonly type: ArticleEventType
  readonly articleId: number
}

interface FigureEvent {
  readonly type: FigureEventType
  readonly articleId: number
  readonly figureId: number
}

interface EntityEvent {
  readonly type: EntityEventType
  /** The one that was merged, or is itself again. */
  readonly entityId: number
}

export type NewEvent = (ArticleEvent | FigureEvent | EntityEvent) & {
  readonly audience: Audience
  /** Facts that cannot be read later; no text of articles, which may become hidden. */
  readonly payload?: Record<string, string | number | null>
}

/**
 * What happened, in the transaction that does it: subscriptions and webhooks tell it after the commit,
 * in this order. The one place that writes the outbox. Actions that change an article call
 * `recordArticleChange` instead, which finds out what to tell of it and of its figures.
 */
export async function recordEvents(
  tx: Tx,
  { events, now }: { readonly events: readonly NewEvent[]; readonly now: Date },
): Promise<void> {
  const rows = events.map(({ type, audience, payload, ...subject }) => ({
    type,
    audience,
    articleId: 'articleId' in subject ? subject.articleId : null,
    figureId: 'figureId' in subject ? subject.figureId : null,
    entityId: 'entityId' in subject ? subject.entityId : null,
    payload: payload ?? {},
    createdAt: now,
  }))
  await insertRows(tx, 'OutboxEvent', rows)
}
