import type { Db } from './client.ts'
import type { KeyFilter } from './filter-conditions.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'

/** The entity that has such a slug, or had it before; what was merged into another is not followed. */
export function hasSlug(slug: string | Prisma.StringFilter): Prisma.EntityWhereInput {
  return { OR: [{ slug }, { formerSlugs: { some: { slug } } }] }
}

/** The same, or that which such an entity was merged into. */
export function goesBySlug(slug: string | Prisma.StringFilter): Prisma.EntityWhereInput {
  return { OR: [hasSlug(slug), { merged: { some: hasSlug(slug) } }] }
}

/** The ids of the entities that `goesBySlug` finds, each by an index. */
export async function idsBySlug(db: Db, { eq, in: some }: KeyFilter): Promise<number[]> {
  const slugs = eq == null ? (some ?? []) : [eq].filter((slug) => some?.includes(slug) ?? true)
  const asked = listed(slugs)
  const rows = await db.$queryRaw<{ id: number | bigint }[]>(Prisma.sql`
    SELECT COALESCE(e."mergedIntoId", e."id") AS "id" FROM "Entity" e WHERE e."slug" IN ${asked}
    UNION SELECT COALESCE(e."mergedIntoId", e."id") FROM "FormerSlug" f
      CROSS JOIN "Entity" e ON e."id" = f."entityId" WHERE f."slug" IN ${asked}`)
  return rows.map(({ id }) => Number(id))
}
