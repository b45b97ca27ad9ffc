import type { Db } from './client.ts'
import type { Prisma } from './generated/client/client.ts'
import { hasSlug } from './has-slug.ts'
import { type Viewer, visibleEntity } from './visibility.ts'

/** The place that has the slug, or that one with the slug was merged into, where the viewer may see it. */
export const findPlace = (db: Db, viewer: Viewer, slug: string): Promise<{ id: number } | null> =>
  db.entity.findFirst({
    where: {
      AND: [{ type: 'PLACE', descendants: { some: { depth: 0, place: hasSlug(slug) } } }],
      ...visibleEntity(viewer),
    },
    select: { id: true },
  })

/** The place itself, and all that lies in it. */
export const lyingIn = (ancestorId: number): Prisma.EntityWhereInput => ({
  ancestors: { some: { ancestorId } },
})

/** Those of the places that lie in another. */
export async function placesWithin(
  db: Db,
  ancestorId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await db.placeAncestor.findMany({
    where: { ancestorId, placeId: { in: [...ids] } },
    select: { placeId: true },
  })
  return new Set(rows.map(({ placeId }) => placeId))
}
