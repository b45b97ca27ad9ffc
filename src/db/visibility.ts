import { Prisma } from './generated/client/client.ts'

/** Whose eyes a read is made with. */
export interface Viewer {
  /** Holds READ_UNPUBLISHED: sees drafts, embargoed and unpublished articles too. */
  readonly seesUnpublished: boolean
  /** The moment of the request: embargoes open by themselves. */
  readonly now: Date
}

/**
 * The one rule of what may be seen: published or scheduled, its time come, no embargo running.
 * Every read of articles, and of anything that hangs on them, goes through this function or its
 * SQL twin below; a test holds the two to the same answer.
 */
export function visibleArticle({ seesUnpublished, now }: Viewer): Prisma.ArticleWhereInput {
  if (seesUnpublished) return {}
  return {
    status: { in: ['PUBLISHED', 'SCHEDULED'] },
    AND: [
      { OR: [{ publishedAt: null }, { publishedAt: { lte: now } }] },
      { OR: [{ embargoedUntil: null }, { embargoedUntil: { lte: now } }] },
    ],
  }
}

/** The same for raw SQL; the article's table or alias is named "a". */
export function visibleArticleSql({ seesUnpublished, now }: Viewer): Prisma.Sql {
  if (seesUnpublished) return Prisma.sql`1 = 1`
  return Prisma.sql`a."status" IN ('PUBLISHED', 'SCHEDULED')
    AND (a."publishedAt" IS NULL OR a."publishedAt" <= ${now})
    AND (a."embargoedUntil" IS NULL OR a."embargoedUntil" <= ${now})`
}

/** An entity is visible while an article that may be seen names it; a merged one never is. */
export function visibleEntity(viewer: Viewer): Prisma.EntityWhereInput {
  return { mergedIntoId: null, articles: { some: { article: visibleArticle(viewer) } } }
}

/** Figures and mentions of current revisions of articles that may be seen. */
export function visibleFigure(viewer: Viewer): Prisma.FigureWhereInput {
  return { current: true, article: visibleArticle(viewer) }
}

export function visibleMention(viewer: Viewer): Prisma.MentionWhereInput {
  return { current: true, article: visibleArticle(viewer) }
}

/** A claim is visible while a figure that may be seen supports it. */
export function visibleClaim(viewer: Viewer): Prisma.ClaimWhereInput {
  return { figures: { some: visibleFigure(viewer) } }
}

export function visibleMetric(viewer: Viewer): Prisma.MetricWhereInput {
  if (viewer.seesUnpublished) return { supersededById: null }
  return { supersededById: null, figures: { some: visibleFigure(viewer) } }
}

export function visibleSource(viewer: Viewer): Prisma.SourceWhereInput {
  return viewer.seesUnpublished ? {} : { articles: { some: visibleArticle(viewer) } }
}
