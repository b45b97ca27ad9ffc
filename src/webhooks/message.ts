import type { WebhookEvent } from '../core/webhook-event.ts'
import type { Db } from '../db/client.ts'
import type { StoredEvent } from '../db/outbox.ts'
import { type Viewer, visibleArticle, visibleEntity, visibleFigure } from '../db/visibility.ts'
import { findConflictOf } from './find-conflict-of.ts'
import { globalId } from './global-id.ts'

/** What one event tells a webhook. */
export interface Message {
  readonly type: WebhookEvent
  /** Slug of the source; null where the event is of no article. */
  readonly source: string | null
  readonly data: object
}

/**
 * What the public may be told of an event at this moment: nothing where it is about what is not public (any
 * more); an article that was taken back by its id alone.
 *
 * @param wanted types that some webhook wants
 */
export async function messagesOf(
  db: Db,
  event: StoredEvent,
  { wanted, now }: { readonly wanted: ReadonlySet<string>; readonly now: Date },
): Promise<Message[]> {
  if (event.audience === 'READERS') return []
  const viewer = { seesUnpublished: false, now }
  switch (event.type) {
    case 'article.published':
    case 'article.updated':
    case 'article.corrected': {
      const article = await readArticle(db, viewer, event.articleId)
      return article === null
        ? []
        : [{ type: event.type, source: article.source, data: { article } }]
    }
    case 'article.unpublished':
    case 'article.withdrawn':
    case 'article.erased': {
      const source = sourceOf(event)
      const article = { id: globalId('Article', event.articleId ?? 0), source }
      return [{ type: event.type, source, data: { article } }]
    }
    case 'figure.reported':
    case 'figure.revised':
      return figureMessages(db, viewer, { event, type: event.type, wanted })
    case 'figure.retracted': {
      const source = sourceOf(event)
      const figure = { id: globalId('Figure', event.figureId ?? 0) }
      const article = { id: globalId('Article', event.articleId ?? 0), source }
      return [{ type: event.type, source, data: { figure, article } }]
    }
    case 'entity.merged':
      return mergeMessages(db, viewer, event)
    default:
      return []
  }
}

function sourceOf({ payload }: StoredEvent): string | null {
  if (payload === null || typeof payload !== 'object' || !('source' in payload)) return null
  return typeof payload.source === 'string' ? payload.source : null
}

async function readArticle(db: Db, viewer: Viewer, id: number | null) {
  const row = await db.article.findFirst({
    where: { AND: [{ id: id ?? 0 }, visibleArticle(viewer)] },
    select: {
      id: true,
      slug: true,
      externalId: true,
      headline: true,
      canonicalUrl: true,
      language: true,
      publishedAt: true,
      updatedAt: true,
      source: { select: { slug: true } },
      currentRevision: { select: { number: true } },
    },
  })
  if (row === null) return null
  const { canonicalUrl, source, currentRevision, ...facts } = row
  return {
    ...facts,
    id: globalId('Article', row.id),
    source: source.slug,
    url: canonicalUrl,
    revision: currentRevision?.number ?? null,
  }
}

async function figureMessages(
  db: Db,
  viewer: Viewer,
  {
    event,
    type,
    wanted,
  }: {
    readonly event: StoredEvent
    readonly type: 'figure.reported' | 'figure.revised'
    readonly wanted: ReadonlySet<string>
  },
): Promise<Message[]> {
  const standing = { id: event.figureId ?? 0, status: 'CURRENT' } as const
  const row = await db.figure.findFirst({
    where: { AND: [standing, visibleFigure(viewer)] },
    select: {
      id: true,
      articleId: true,
      value: true,
      minValue: true,
      maxValue: true,
      qualifier: true,
      unit: true,
      exact: true,
      attributionKind: true,
      attributionLabel: true,
      claimId: true,
      metric: { select: { key: true } },
      supersedes: { select: { id: true }, orderBy: { id: 'asc' }, take: 20 },
    },
  })
  const article = row && (await readArticle(db, viewer, row.articleId))
  if (row === null || article === null) return []
  const {
    id,
    articleId: _,
    metric,
    supersedes,
    attributionKind,
    attributionLabel,
    claimId,
    ...facts
  } = row
  const figure = {
    id: globalId('Figure', id),
    metric: metric?.key ?? null,
    ...facts,
    attribution: { kind: attributionKind, label: attributionLabel },
    supersedes: supersedes.map((old) => globalId('Figure', old.id)),
  }
  const { source } = article
  const told: Message[] = [{ type, source, data: { figure, article } }]
  // Looking for conflicts reads many claims.
  if (claimId === null || !wanted.has('figure.conflict')) return told
  const conflict = await findConflictOf(db, viewer, { figureId: id, claimId })
  if (conflict !== null) {
    told.push({ type: 'figure.conflict', source, data: { figure, article, conflict } })
  }
  return told
}

const TYPE_NAMES = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' } as const

async function mergeMessages(db: Db, viewer: Viewer, event: StoredEvent): Promise<Message[]> {
  const { payload, entityId } = event
  const intoId =
    payload !== null && typeof payload === 'object' && 'intoId' in payload ? payload.intoId : null
  const into = await db.entity.findFirst({
    where: { AND: [{ id: Number(intoId ?? 0) }, visibleEntity(viewer)] },
    select: { id: true, type: true, slug: true, name: true },
  })
  if (into === null) return []
  const type = TYPE_NAMES[into.type]
  const survivor = { id: globalId(type, into.id), type, slug: into.slug, name: into.name }
  const data = { entity: { id: globalId(type, entityId ?? 0) }, into: survivor }
  return [{ type: 'entity.merged', source: null, data }]
}
