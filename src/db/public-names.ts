import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'
import {
  notRejectedSql,
  type Viewer,
  visibleAliasSql,
  visibleArticleSql,
  visibleEntitySql,
} from './visibility.ts'

/** The entity "x" and what was merged into it. */
const family = Prisma.sql`(SELECT x."id" UNION ALL SELECT m."id" FROM "Entity" m WHERE m."mergedIntoId" = x."id")`

/** The names "n" of the entity "x" that the viewer may see. */
const isSeenName = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`n."entityId" IN ${family} AND ${visibleAliasSql(viewer)}`

const isSeen = (key: Prisma.Sql, viewer: Viewer): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Alias" n WHERE n."nameKey" = ${key} AND ${isSeenName(viewer)})`

/** Whether the viewer may see what the slug is made of, be it in a text that a later one replaced: addresses last. */
const isSlugSeen = (
  viewer: Viewer,
): Prisma.Sql => Prisma.sql`(${isSeen(Prisma.sql`x."slugKey"`, viewer)} OR EXISTS (
  SELECT 1 FROM "Alias" n JOIN "Mention" o ON o."entityId" = x."id" AND o."current" = ${false} AND o."exact" = n."name"
    JOIN "Article" a ON a."id" = o."articleId" JOIN "ArticleRevision" r ON r."id" = o."revisionId"
  WHERE n."nameKey" = x."slugKey" AND n."entityId" IN ${family} AND r."hidden" = ${false} AND ${visibleArticleSql(viewer)}))`

/** Whether a figure that the viewer may see is said by the entity "x" or is about it: its mention may have been rejected. */
const isInFigures = (viewer: Viewer): Prisma.Sql => {
  const seen = Prisma.sql`"Article" a ON a."id" = f."articleId"
    AND f."current" = ${true} AND ${notRejectedSql('f')} AND ${visibleArticleSql(viewer)}`
  return Prisma.sql`(EXISTS (SELECT 1 FROM "Figure" f JOIN ${seen} WHERE f."claimantId" = x."id")
    OR EXISTS (SELECT 1 FROM "FigurePlace" p JOIN "Figure" f ON f."id" = p."figureId" JOIN ${seen} WHERE p."placeId" = x."id"))`
}

/**
 * Those of the entities, and of what they lie in, that the public may not see now, and those of which it may not see the name
 * or what the slug is made of.
 */
export async function unsettledEntities(
  tx: Tx,
  ids: readonly number[],
  now: Date,
): Promise<{ readonly id: number; readonly isPublic: boolean }[]> {
  const viewer: Viewer = { seesUnpublished: false, now }
  const rows = await tx.$queryRaw<
    { id: number | bigint; isPublic: number | bigint | boolean }[]
  >(Prisma.sql`
    SELECT "id", "isPublic" FROM (
      SELECT x."id", x."nameKey", x."slugKey", ((${visibleEntitySql(viewer)}) OR ${isInFigures(viewer)}) AS "isPublic"
      FROM "Entity" x WHERE x."mergedIntoId" IS NULL AND x."id" IN (SELECT "value" FROM ${listed(ids)}
        UNION SELECT p."ancestorId" FROM "PlaceAncestor" p WHERE p."placeId" IN ${listed(ids)})) x
    WHERE NOT ("isPublic" AND ${isSeen(Prisma.sql`x."nameKey"`, viewer)} AND ${isSlugSeen(viewer)})
    ORDER BY "id"`)
  return rows.map(({ id, isPublic }) => ({ id: Number(id), isPublic: Boolean(Number(isPublic)) }))
}

export interface SeenName {
  /** The best of the entity's names that the viewer may see: its own, where it may see that. */
  readonly name: string
  readonly nameKey: string
}

/** Of each of the entities what the viewer may call it; without those that have no name that it may see. */
export async function seenNames(
  tx: Tx,
  ids: readonly number[],
  viewer: Viewer,
): Promise<Map<number, SeenName>> {
  const rows = await tx.$queryRaw<(SeenName & { id: number | bigint })[]>(Prisma.sql`
    SELECT x."id", n."name", n."nameKey" FROM "Entity" x JOIN "Alias" n ON ${isSeenName(viewer)}
    WHERE x."id" IN ${listed(ids)}
    ORDER BY n."nameKey" = x."nameKey", n."kind" = 'NAME', n."entityId" = x."id", n."id" DESC`)
  // Of each entity the last row stays, the best one.
  return new Map(rows.map(({ id, name, nameKey }) => [Number(id), { name, nameKey }]))
}

/** Those of the entities of which the viewer may see the name that the slug is made of. */
export async function withSeenSlugs(
  tx: Tx,
  ids: readonly number[],
  viewer: Viewer,
): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ id: number | bigint }[]>(Prisma.sql`
    SELECT x."id" FROM "Entity" x WHERE x."id" IN ${listed(ids)} AND ${isSlugSeen(viewer)}`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** When each of these entities will be public by itself, none of which is: the end of the first embargo. */
export async function openingTimes(tx: Tx, ids: readonly number[]): Promise<Map<number, Date>> {
  const opens = { article: { opensAt: { not: null } } }
  const select = { article: { select: { opensAt: true } } }
  const named = await tx.articleEntity.findMany({
    where: { entityId: { in: [...ids] }, ...opens },
    select: { entityId: true, ...select },
  })
  const nested = await tx.articlePlace.findMany({
    where: { placeId: { in: [...ids] }, ...opens },
    select: { placeId: true, ...select },
  })
  const times = [
    ...named.map(({ entityId, article }) => ({ id: entityId, at: article.opensAt })),
    ...nested.map(({ placeId, article }) => ({ id: placeId, at: article.opensAt })),
  ].flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]))
  // Of each entity the last one stays, the earliest.
  return new Map(
    times.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ id, at }) => [id, at]),
  )
}

/** Entities that the article's current revision names, those that it gives a name, and those of its figures. */
export async function entitiesNamedBy(tx: Tx, articleId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number | bigint }[]>(Prisma.sql`
    SELECT "entityId" AS "id" FROM "ArticleEntity" WHERE "articleId" = ${articleId}
    UNION SELECT "claimantId" FROM "Figure" WHERE "articleId" = ${articleId} AND "claimantId" IS NOT NULL
    UNION SELECT p."placeId" FROM "FigurePlace" p JOIN "Figure" f ON f."id" = p."figureId" WHERE f."articleId" = ${articleId}
    UNION SELECT COALESCE(e."mergedIntoId", e."id") FROM "AliasUse" u JOIN "Alias" n ON n."id" = u."aliasId"
      JOIN "Entity" e ON e."id" = n."entityId" WHERE u."articleId" = ${articleId}`)
  return rows.map(({ id }) => Number(id))
}
