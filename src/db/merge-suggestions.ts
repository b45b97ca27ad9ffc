import { Prisma } from './generated/client/client.ts'
import type { Relation } from './pages-by-parent.ts'
import { type Viewer, visibleArticleSql, visibleEntitySql } from './visibility.ts'

export interface SuggestionFilter {
  readonly type?: 'PERSON' | 'PLACE' | 'ORGANIZATION' | null | undefined
  readonly minScore?: number | null | undefined
}

/** What all suggestions hang on, for lists that have no other parent. */
export const ALL_SUGGESTIONS = 0

/** Suggestions about two entities that the viewer may see, of which nobody has said that they are one or two. */
export const openSuggestions = (
  viewer: Viewer,
  { type, minScore }: SuggestionFilter,
): Relation => ({
  from: Prisma.sql`(SELECT ${ALL_SUGGESTIONS} AS "all", s.* FROM "MergeSuggestion" s
    WHERE s."score" >= ${minScore ?? 0} AND ${isOpen(viewer, type)}) x`,
  parent: 'all',
  node: 'id',
  where: Prisma.sql`1 = 1`,
})

/** Those that are about one entity. */
export const entitySuggestions = (viewer: Viewer): Relation => ({
  from: Prisma.sql`(SELECT s."aId" AS "entityId", s.* FROM "MergeSuggestion" s WHERE ${isOpen(viewer)}
    UNION ALL SELECT s."bId", s.* FROM "MergeSuggestion" s WHERE ${isOpen(viewer)}) x`,
  parent: 'entityId',
  node: 'id',
  where: Prisma.sql`1 = 1`,
})

/** The suggestion's table has the alias "s". What was found in an article is for those who may see that article. Marks between what was merged into the two count too. */
function isOpen(viewer: Viewer, type?: SuggestionFilter['type']): Prisma.Sql {
  const isOfType = type ? Prisma.sql`x."type" = ${type}` : Prisma.sql`1 = 1`
  const isSeen = (id: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "Entity" x WHERE x."id" = ${id} AND ${isOfType} AND ${visibleEntitySql(viewer)})`
  const isOneOf = (entity: Prisma.Sql) => Prisma.sql`
    (${entity}."id" IN (s."aId", s."bId") OR ${entity}."mergedIntoId" IN (s."aId", s."bId"))`
  const isFoundWhereSeen = Prisma.sql`(s."articleId" IS NULL OR EXISTS (
    SELECT 1 FROM "Article" a WHERE a."id" = s."articleId" AND ${visibleArticleSql(viewer)}))`
  return Prisma.sql`${isFoundWhereSeen} AND NOT EXISTS (SELECT 1 FROM "Entity" p CROSS JOIN "NotSame" w ON w."aId" = p."id"
      CROSS JOIN "Entity" q ON q."id" = w."bId"
      WHERE ${isOneOf(Prisma.sql`p`)} AND ${isOneOf(Prisma.sql`q`)})
    AND ${isSeen(Prisma.sql`s."aId"`)} AND ${isSeen(Prisma.sql`s."bId"`)}`
}
