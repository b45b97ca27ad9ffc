import { Prisma } from './generated/client/client.ts'
import type { Relation } from './pages-by-parent.ts'
import {
  notRejectedSql,
  type Viewer,
  visibleArticleSql,
  visibleEntitySql,
  visibleRevisionSql,
} from './visibility.ts'

/**
 * The to-many relations that GraphQL pages through. Lists of one article need no visibility rule:
 * whoever holds the article may see what is in it. Lists across articles do.
 */
export const articleEntities = (type: 'PERSON' | 'PLACE' | 'ORGANIZATION'): Relation => ({
  from: Prisma.sql`"ArticleEntity" x`,
  parent: 'articleId',
  node: 'entityId',
  where: Prisma.sql`x."entityType" = ${type}`,
})

export const articleMentions: Relation = {
  from: Prisma.sql`"Mention" x`,
  parent: 'articleId',
  node: 'id',
  where: Prisma.sql`x."current" = ${true} AND ${notRejectedSql('x')}`,
}

export const articleFigures: Relation = {
  from: Prisma.sql`"Figure" x`,
  parent: 'articleId',
  node: 'id',
  where: Prisma.sql`x."current" = ${true} AND ${notRejectedSql('x')}`,
}

/** The same of one text: of a former one what was found and decided while it was current. */
const ofRevision = (table: 'Mention' | 'Figure'): Relation => ({
  from: Prisma.sql`${Prisma.raw(`"${table}"`)} x JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'revisionId',
  node: 'id',
  where: Prisma.sql`(x."current" = ${true} OR x."revisionId" <> a."currentRevisionId") AND ${notRejectedSql('x')}`,
})

export const revisionMentions: Relation = ofRevision('Mention')
export const revisionFigures: Relation = ofRevision('Figure')

/** What people decided about words that a later text no longer has: for reviewers. */
export const orphanedFigures = ({ reviews = false }: Viewer): Relation => ({
  from: Prisma.sql`"Figure" x`,
  parent: 'articleId',
  node: 'id',
  where: Prisma.sql`x."status" = 'ORPHANED' AND ${reviews} = ${true}`,
})

export const orphanedMentions = ({ reviews = false }: Viewer): Relation => ({
  from: Prisma.sql`"Mention" x`,
  parent: 'articleId',
  node: 'id',
  where: Prisma.sql`x."orphaned" = ${true} AND ${reviews} = ${true}`,
})

/** Not all of an article's texts may be seen with it. */
export const articleRevisions = (viewer: Viewer): Relation => ({
  from: Prisma.sql`"ArticleRevision" x`,
  parent: 'articleId',
  node: 'id',
  where: visibleRevisionSql(viewer),
})

export const entityArticles = (viewer: Viewer): Relation => ({
  from: Prisma.sql`"ArticleEntity" x JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'entityId',
  node: 'articleId',
  where: visibleArticleSql(viewer),
})

/** Articles that name a place or one inside it. */
export const nestedArticles = (viewer: Viewer): Relation => ({
  from: Prisma.sql`"ArticlePlace" x JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'placeId',
  node: 'articleId',
  where: visibleArticleSql(viewer),
})

/** Places right inside a place, or inside one that was merged into it. */
export const placeChildren = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT p."ancestorId", e."id", e."nameKey", e."mergedIntoId" FROM "PlaceAncestor" p
    JOIN "Entity" e ON e."id" = p."placeId" WHERE p."depth" = 1) x`,
  parent: 'ancestorId',
  node: 'id',
  where: visibleEntitySql(viewer),
})

export const entityMentions = (viewer: Viewer): Relation => ({
  from: Prisma.sql`"Mention" x JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'entityId',
  node: 'id',
  where: Prisma.sql`x."current" = ${true} AND ${notRejectedSql('x')} AND ${visibleArticleSql(viewer)}`,
})

const figuresOf = (viewer: Viewer, parent: string): Relation => ({
  from: Prisma.sql`"Figure" x JOIN "Article" a ON a."id" = x."articleId"`,
  parent,
  node: 'id',
  where: Prisma.sql`x."current" = ${true} AND ${notRejectedSql('x')} AND ${visibleArticleSql(viewer)}`,
})

export const claimantFigures = (viewer: Viewer): Relation => figuresOf(viewer, 'claimantId')
export const metricFigures = (viewer: Viewer): Relation => figuresOf(viewer, 'metricId')

export const sourceArticles = (viewer: Viewer): Relation => ({
  from: Prisma.sql`"Article" x JOIN "Article" a ON a."id" = x."id"`,
  parent: 'sourceId',
  node: 'id',
  where: visibleArticleSql(viewer),
})

/** Figures that apply in a place. */
export const placeFigures = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT p."placeId", f."id", f."orderedAt", f."articleId" FROM "FigurePlace" p
    JOIN "Figure" f ON f."id" = p."figureId" WHERE f."current" = ${true} AND ${notRejectedSql('f')}) x
    JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'placeId',
  node: 'id',
  where: visibleArticleSql(viewer),
})

/** Figures that an entity claims, or that apply where it is. */
export const entityFigures = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT f."claimantId" AS "entityId", f."id", f."orderedAt", f."articleId"
      FROM "Figure" f WHERE f."current" = ${true} AND ${notRejectedSql('f')} AND f."claimantId" IS NOT NULL
    UNION SELECT p."placeId", f."id", f."orderedAt", f."articleId"
      FROM "FigurePlace" p JOIN "Figure" f ON f."id" = p."figureId" WHERE f."current" = ${true} AND ${notRejectedSql('f')}) x
    JOIN "Article" a ON a."id" = x."articleId"`,
  parent: 'entityId',
  node: 'id',
  where: visibleArticleSql(viewer),
})

/** Figures of a claim: only those that may be seen. */
export const claimFigures = (viewer: Viewer): Relation => figuresOf(viewer, 'claimId')

const claimsOf = (viewer: Viewer, parent: string): Relation => ({
  from: Prisma.sql`"Claim" x`,
  parent,
  node: 'id',
  where: visibleClaimSql(viewer),
})

export const claimantClaims = (viewer: Viewer): Relation => claimsOf(viewer, 'claimantId')
export const metricClaims = (viewer: Viewer): Relation => claimsOf(viewer, 'metricId')

/** Claims about a place. */
export const placeClaims = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT "placeId", "claimId" AS "id" FROM "ClaimPlace") x`,
  parent: 'placeId',
  node: 'id',
  where: visibleClaimSql(viewer),
})

/** Claims that an entity makes, or that are about where it is. */
export const entityClaims = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT "claimantId" AS "entityId", "id" FROM "Claim" WHERE "claimantId" IS NOT NULL
    UNION SELECT "placeId", "claimId" FROM "ClaimPlace") x`,
  parent: 'entityId',
  node: 'id',
  where: visibleClaimSql(viewer),
})

/** The claim's table or alias is named "x". */
function visibleClaimSql(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Figure" f JOIN "Article" a ON a."id" = f."articleId"
    WHERE f."claimId" = x."id" AND f."current" = ${true} AND ${visibleArticleSql(viewer)})`
}
