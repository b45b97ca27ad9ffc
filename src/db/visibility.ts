import { Prisma } from './generated/client/client.ts'

/** Whose eyes a read is made with. */
export interface Viewer {
  /** Holds READ_UNPUBLISHED: sees drafts, embargoed and unpublished articles too. */
  readonly seesUnpublished: boolean
  /** Holds REVIEW: may ask for what was rejected. */
  readonly reviews?: boolean
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
    ...unindexed({ status: { in: ['PUBLISHED', 'SCHEDULED'] } }),
    AND: [
      { OR: [{ publishedAt: null }, { publishedAt: { lte: now } }] },
      { OR: [{ embargoedUntil: null }, { embargoedUntil: { lte: now } }] },
    ],
  }
}

/**
 * A condition that nearly all rows fulfil, said so that SQLite does not take its index for the way into the table: it would read
 * and sort the whole table where a walk along the order of the list finds a page at once. Prisma's `+column`, so to say.
 */
const unindexed = <Where>(condition: Where) => ({ NOT: { NOT: condition } })

/** The same for raw SQL, `unindexed` too; the article's table or alias is named "a". */
export function visibleArticleSql({ seesUnpublished, now }: Viewer): Prisma.Sql {
  if (seesUnpublished) return Prisma.sql`1 = 1`
  return Prisma.sql`NOT (NOT a."status" IN ('PUBLISHED', 'SCHEDULED'))
    AND (a."publishedAt" IS NULL OR a."publishedAt" <= ${now})
    AND (a."embargoedUntil" IS NULL OR a."embargoedUntil" <= ${now})`
}

/** An entity is visible while an article that may be seen names it, or a place inside it; a merged one never is. */
export function visibleEntity(viewer: Viewer): Prisma.EntityWhereInput {
  const article = visibleArticle(viewer)
  return {
    ...unindexed({ mergedIntoId: null }),
    OR: [{ articles: { some: { article } } }, { nestedArticles: { some: { article } } }],
  }
}

/** The same for raw SQL; the entity's table or alias is named "x". */
export function visibleEntitySql(viewer: Viewer): Prisma.Sql {
  const namedIn = (edge: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM ${edge} v CROSS JOIN "Article" a ON a."id" = v."articleId"
    WHERE ${id} = x."id" AND ${visibleArticleSql(viewer)})`
  return Prisma.sql`x."mergedIntoId" IS NULL AND (
    ${namedIn(Prisma.sql`"ArticleEntity"`, Prisma.sql`v."entityId"`)}
    OR ${namedIn(Prisma.sql`"ArticlePlace"`, Prisma.sql`v."placeId"`)})`
}

/**
 * An entity that reviewers may work on: unlike a visible one it may be named by no text that is current. One that only a
 * hidden article names now may be called as that one does, so it is not known.
 */
export function knownEntity(viewer: Viewer): Prisma.EntityWhereInput {
  if (viewer.seesUnpublished) return {}
  const seen = { some: { article: visibleArticle(viewer) } }
  const unused = { none: {} }
  return {
    OR: [
      { articles: seen },
      { nestedArticles: seen },
      { mentions: seen, articles: unused, nestedArticles: unused },
      { mentions: unused, saidFigures: unused, figurePlaces: unused, nestedArticles: unused },
    ],
  }
}

/** Texts of articles that may be seen, without those that were replaced unseen or withdrawn. */
export function visibleRevision(viewer: Viewer): Prisma.ArticleRevisionWhereInput {
  if (viewer.seesUnpublished) return {}
  return { hidden: false, article: visibleArticle(viewer) }
}

/** The same for raw SQL; the revision's table or alias is named "x", and its article may be seen. */
export function visibleRevisionSql({ seesUnpublished }: Viewer): Prisma.Sql {
  return seesUnpublished ? Prisma.sql`1 = 1` : Prisma.sql`x."hidden" = ${false}`
}

/** Of a withdrawn article everyone sees the notice that withdrew it, and nothing else. */
export const publicNotice: Prisma.CorrectionWhereInput = {
  kind: 'WITHDRAWAL',
  article: { status: 'WITHDRAWN' },
  revision: { currentOf: { status: 'WITHDRAWN' } },
}

/**
 * Articles that readers could see at a time in the past, as far as it is stored: they may be seen now, they had come in,
 * and their publication and embargo were over. What an article's status was then is not stored.
 */
export function visibleArticleAsOf(asOf: Date | null | undefined): Prisma.ArticleWhereInput {
  if (!asOf) return {}
  return {
    AND: [
      { OR: [{ publishedAt: null }, { publishedAt: { lte: asOf } }] },
      { OR: [{ embargoedUntil: null }, { embargoedUntil: { lte: asOf } }] },
      { revisions: { some: { createdAt: { lte: asOf }, hidden: false } } },
    ],
  }
}

/** Figures that one may ask for by id: besides those of lists what a correction replaced or took back. */
export function tracedFigure(viewer: Viewer): Prisma.FigureWhereInput {
  return {
    OR: [
      knownFigure(viewer),
      {
        current: false,
        ...NOT_REJECTED,
        status: {
          in: ['SUPERSEDED', 'RETRACTED', ...(viewer.reviews ? ['ORPHANED' as const] : [])],
        },
        revision: visibleRevision(viewer),
      },
    ],
  }
}

/**
 * A name or an external id of an entity is seen where an article that may be seen gives it, or a person or a gazetteer
 * did: a draft that names somebody otherwise tells nobody of it.
 */
export function visibleAlias(viewer: Viewer): Prisma.AliasWhereInput {
  if (viewer.seesUnpublished) return {}
  return {
    OR: [
      { provenance: 'HUMAN' },
      { fromAuthority: true },
      { uses: { some: { article: visibleArticle(viewer) } } },
    ],
  }
}

export function visibleExternalId(viewer: Viewer): Prisma.ExternalIdWhereInput {
  if (viewer.seesUnpublished) return {}
  return {
    OR: [{ provenance: 'HUMAN' }, { uses: { some: { article: visibleArticle(viewer) } } }],
  }
}

/** visibleAlias for raw SQL; the alias' table or alias is named "n". */
export function visibleAliasSql(viewer: Viewer): Prisma.Sql {
  if (viewer.seesUnpublished) return Prisma.sql`1 = 1`
  return Prisma.sql`(n."provenance" = 'HUMAN' OR n."fromAuthority" = ${true} OR EXISTS (SELECT 1 FROM "AliasUse" u
    CROSS JOIN "Article" a ON a."id" = u."articleId" WHERE u."aliasId" = n."id" AND ${visibleArticleSql(viewer)}))`
}

const NOT_REJECTED = { reviewStatus: { not: 'REJECTED' } } as const

/** The same for raw SQL: what people rejected is in no list. The mention's or figure's alias is named. */
export const notRejectedSql = (alias: 'f' | 'x'): Prisma.Sql =>
  Prisma.sql`${Prisma.raw(alias)}."reviewStatus" <> 'REJECTED'`

/** Figures and mentions of current revisions of articles that may be seen, but for those that people rejected. */
export function visibleFigure(viewer: Viewer): Prisma.FigureWhereInput {
  return { current: true, ...NOT_REJECTED, article: visibleArticle(viewer) }
}

/** For whoever asks for it by name, reviewers find rejected ones too. */
export function knownFigure(viewer: Viewer): Prisma.FigureWhereInput {
  return viewer.reviews ? { current: true, article: visibleArticle(viewer) } : visibleFigure(viewer)
}

export function visibleMention(viewer: Viewer): Prisma.MentionWhereInput {
  return { current: true, ...NOT_REJECTED, article: visibleArticle(viewer) }
}

/** Mentions that one may ask for by id: reviewers also find rejected ones, and what has lost its words. */
export function knownMention(viewer: Viewer): Prisma.MentionWhereInput {
  if (!viewer.reviews) return visibleMention(viewer)
  return { OR: [{ current: true }, { orphaned: true }], article: visibleArticle(viewer) }
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
