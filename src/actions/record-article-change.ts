import { type ArticleEventType, type Audience, isRemoval } from '../core/outbox-event.ts'
import type { Tx } from '../db/client.ts'
import { type ArticleState, readArticleState } from './article-state.ts'
import { type NewEvent, recordEvents } from './record.ts'
import { settleNames } from './settle-names.ts'

/**
 * Ends every change of an article: gives what it names or named the names that may be seen now, and records what the
 * change tells, one event of the article, then one for each figure that is reported, revised or retracted by it.
 *
 * What becomes public is told as article.published, whatever the change was called, and what stops being
 * public as article.unpublished, unless it was withdrawn or erased. Nothing of an article that is hidden
 * before and after is told to the public.
 *
 * @example
 * const before = await readArticleState(tx, { articleId, now })
 * // ... the change ...
 * await recordArticleChange(tx, { before, type: 'article.corrected', now })
 */
export async function recordArticleChange(
  tx: Tx,
  {
    before,
    type,
    now,
  }: {
    readonly before: ArticleState
    readonly type: Exclude<ArticleEventType, 'article.created'>
    readonly now: Date
  },
): Promise<void> {
  const { articleId } = before
  const after = await readArticleState(tx, { articleId, now })
  await settleNames(tx, [...before.entityIds, ...after.entityIds], now)
  const article = { type: visibleType(type, { before, after }), articleId }
  const audience = before.isPublic || after.isPublic ? 'EVERYONE' : 'READERS'
  const payload = { source: before.source, revision: after.revision }
  const events = [{ ...article, audience } as const, ...figureEvents({ before, after })]
  await recordEvents(tx, { events: events.map((event) => ({ ...event, payload })), now })
}

/** A new article: readers of unpublished ones learn that it came in, the public that it was published. */
export async function recordNewArticle(
  tx: Tx,
  { articleId, now }: { readonly articleId: number; readonly now: Date },
): Promise<void> {
  const after = await readArticleState(tx, { articleId, now })
  await settleNames(tx, after.entityIds, now)
  const before = { ...after, isPublic: false, figures: [] }
  const payload = { source: after.source, revision: after.revision }
  const events: NewEvent[] = [{ type: 'article.created', articleId, audience: 'READERS' }]
  if (after.isPublic) events.push({ type: 'article.published', articleId, audience: 'EVERYONE' })
  events.push(...figureEvents({ before, after }))
  await recordEvents(tx, { events: events.map((event) => ({ ...event, payload })), now })
}

/** An article whose embargo or time of publication has passed, without a change of its row. */
export async function recordOpening(
  tx: Tx,
  { articleId, now }: { readonly articleId: number; readonly now: Date },
): Promise<void> {
  const after = await readArticleState(tx, { articleId, now })
  if (!after.isPublic) return
  await settleNames(tx, after.entityIds, now)
  const before = { ...after, isPublic: false }
  const payload = { source: after.source, revision: after.revision }
  const published = { type: 'article.published', articleId, audience: 'EVERYONE' } as const
  const events: NewEvent[] = [published, ...figureEvents({ before, after })]
  await recordEvents(tx, { events: events.map((event) => ({ ...event, payload })), now })
}

interface Change {
  readonly before: ArticleState
  readonly after: ArticleState
}

function visibleType(type: ArticleEventType, { before, after }: Change): ArticleEventType {
  if (!before.isPublic && after.isPublic) return 'article.published'
  if (before.isPublic && !after.isPublic && !isRemoval(type)) return 'article.unpublished'
  return type
}

function figureEvents({ before, after }: Change): NewEvent[] {
  const old = new Map(before.figures.map((figure) => [figure.id, figure]))
  const known = new Set(before.figures.filter(({ stands }) => stands).map((row) => row.content))
  const successors = new Set(
    after.figures
      .filter(({ id, supersededById }) => supersededById !== (old.get(id)?.supersededById ?? null))
      .map(({ supersededById }) => supersededById),
  )
  const { articleId } = after
  const audience: Audience = before.isPublic || after.isPublic ? 'EVERYONE' : 'READERS'
  const opens = after.isPublic && !before.isPublic

  return after.figures.flatMap(({ id: figureId, stands, isRetracted, content }): NewEvent[] => {
    const stood = old.get(figureId)?.stands === true
    if (!stands) {
      if (!stood || !isRetracted) return []
      return [{ type: 'figure.retracted', articleId, figureId, audience }]
    }
    if (known.has(content)) {
      // Readers of unpublished articles were told when it came in.
      return opens ? [{ type: 'figure.reported', articleId, figureId, audience: 'PUBLIC' }] : []
    }
    const type = stood || successors.has(figureId) ? 'figure.revised' : 'figure.reported'
    return [{ type, articleId, figureId, audience }]
  })
}
