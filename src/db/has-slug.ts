import type { Prisma } from './generated/client/client.ts'

/** The entity that has such a slug, or had it before; what was merged into another is not followed. */
export function hasSlug(slug: string | Prisma.StringFilter): Prisma.EntityWhereInput {
  return { OR: [{ slug }, { formerSlugs: { some: { slug } } }] }
}

/** The same, or that which such an entity was merged into. */
export function goesBySlug(slug: string | Prisma.StringFilter): Prisma.EntityWhereInput {
  return { OR: [hasSlug(slug), { merged: { some: hasSlug(slug) } }] }
}
