import type { Db } from './client.ts'
import type { Prisma } from './generated/client/client.ts'
import { publicNotice, type Viewer, visibleArticle } from './visibility.ts'

/** More than a story has; what is beyond them is not marked in its text. */
const MAX_ANNOTATIONS = 1_000
const MAX_PLACES = 50
const MAX_NOTICES = 100

const CURRENT = { current: true, reviewStatus: { not: 'REJECTED' } } as const
const IN_TEXT = [{ field: 'desc' }, { start: 'asc' }, { id: 'asc' }] as const

/** The columns of a figure that tell readers what it says. */
export const TOLD_FIGURE = {
  id: true,
  exact: true,
  value: true,
  minValue: true,
  maxValue: true,
  qualifier: true,
  unit: true,
  measure: true,
  periodText: true,
  attributionKind: true,
  attributionLabel: true,
  attributionVia: true,
  metric: { select: { key: true, label: true } },
  claimant: { select: { slug: true, name: true } },
  places: {
    orderBy: [{ position: 'asc' }, { placeId: 'asc' }],
    take: MAX_PLACES,
    select: { place: { select: { slug: true, name: true } } },
  },
} as const satisfies Prisma.FigureSelect

/** What the page of an article shows, or null where there is none that the viewer may see. */
export function readArticlePage(db: Db, viewer: Viewer, slug: string) {
  return db.article.findFirst({
    where: { AND: [{ slug }, visibleArticle(viewer)] },
    select: {
      slug: true,
      headline: true,
      language: true,
      canonicalUrl: true,
      publishedAt: true,
      orderedAt: true,
      source: { select: { name: true } },
      currentRevision: { select: { dek: true, bodyText: true, authors: true, number: true } },
      corrections: {
        orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
        take: MAX_NOTICES,
        select: { kind: true, text: true, issuedAt: true },
      },
      mentions: {
        where: { ...CURRENT, orphaned: false },
        orderBy: [...IN_TEXT],
        take: MAX_ANNOTATIONS,
        select: {
          field: true,
          start: true,
          end: true,
          entity: { select: { slug: true, name: true, type: true } },
        },
      },
      figures: {
        where: { ...CURRENT, status: 'CURRENT' },
        orderBy: [...IN_TEXT],
        take: MAX_ANNOTATIONS,
        select: { ...TOLD_FIGURE, field: true, start: true, end: true },
      },
    },
  })
}

export type ArticlePageRow = NonNullable<Awaited<ReturnType<typeof readArticlePage>>>

/** The public notice on a withdrawn article. */
export function readWithdrawalNotice(db: Db, slug: string) {
  return db.correction.findFirst({
    where: { AND: [publicNotice, { article: { slug } }] },
    orderBy: { id: 'desc' },
    select: { text: true, issuedAt: true },
  })
}
