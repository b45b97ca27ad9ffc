import type { Db } from '../db/client.ts'
import { type Viewer, visibleFigure } from '../db/visibility.ts'
import { entityColumns, figureColumns } from './read-figures.ts'

/** Of one article; what is longer is a table, and has its place in the export of figures. */
const MAX_FIGURES = 500
const MAX_ENTITIES = 500
const MAX_NOTICES = 100

/**
 * All that exports tell of articles, with as many statements for many as for one. The caller has asked for articles that the
 * viewer may see.
 */
export function readArticles(db: Db, viewer: Viewer, ids: readonly number[]) {
  return db.article.findMany({
    where: { id: { in: [...ids] } },
    include: {
      source: { select: { slug: true, name: true, url: true } },
      currentRevision: true,
      topics: {
        orderBy: { position: 'asc' },
        select: { name: true, topic: { select: { slug: true } } },
      },
      corrections: { orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }], take: MAX_NOTICES },
      entities: {
        where: { entity: { mergedIntoId: null } },
        orderBy: [{ position: 'asc' }, { entityId: 'asc' }],
        take: MAX_ENTITIES,
        select: { jobTitle: true, entity: entityColumns(viewer) },
      },
      figures: {
        where: { ...visibleFigure(viewer), status: 'CURRENT' },
        orderBy: [{ field: 'desc' }, { start: 'asc' }, { id: 'asc' }],
        take: MAX_FIGURES,
        ...figureColumns(entityColumns(viewer)),
      },
    },
  })
}

export type ExportedArticle = Awaited<ReturnType<typeof readArticles>>[number]

interface Dated {
  readonly orderedAt: Date
  readonly publishedAt: Date | null
  readonly modifiedAt: Date | null
  readonly currentRevision: { readonly madeHere: boolean; readonly createdAt: Date } | null
  readonly corrections: readonly { readonly issuedAt: Date }[]
}

/**
 * When readers last got something new: the CMS's own time of the change, a correction made here. Not `updatedAt`, which
 * also counts that a newer extractor read the text.
 */
export function changedAt(article: Dated): Date {
  const { orderedAt, publishedAt, modifiedAt, currentRevision, corrections } = article
  const times = [
    publishedAt ?? orderedAt,
    modifiedAt,
    currentRevision?.madeHere ? currentRevision.createdAt : null,
    ...corrections.map(({ issuedAt }) => issuedAt),
  ]
  return new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)))
}
