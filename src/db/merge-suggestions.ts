import { Prisma } from './generated/client/client.ts'
import type { Relation } from './pages-by-parent.ts'
import { type Viewer, visibleEntitySql } from './visibility.ts'

export interface SuggestionFilter {
  readonly type?: 'PERSON' | 'PLACE' | 'ORGANIZATION' | null | undefined
  readonly minScore?: number | null | undefined
}

/** What all suggestions hang on, for lists that have no other parent. */
export const ALL_SUGGESTIONS = 0

/** Suggestions about two entities that the viewer may see, of which nobody has said that they are one or two. */
export function openSuggestions(viewer: Viewer, { type, minScore }: SuggestionFilter): Relation {
  const isOfType = type ? Prisma.sql`x."type" = ${type}` : Prisma.sql`1 = 1`
  const isSeen = (id: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "Entity" x WHERE x."id" = ${id} AND ${isOfType} AND ${visibleEntitySql(viewer)})`
  return {
    from: Prisma.sql`(SELECT ${ALL_SUGGESTIONS} AS "all", s.* FROM "MergeSuggestion" s
      WHERE s."score" >= ${minScore ?? 0}
        AND NOT EXISTS (SELECT 1 FROM "NotSame" w WHERE w."aId" = s."aId" AND w."bId" = s."bId")
        AND ${isSeen(Prisma.sql`s."aId"`)} AND ${isSeen(Prisma.sql`s."bId"`)}) x`,
    parent: 'all',
    node: 'id',
    where: Prisma.sql`1 = 1`,
  }
}
