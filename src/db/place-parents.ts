import type { Db } from './client.ts'

/** Street, city, district, region, country, continent. */
const MAX_LEVELS = 6

/** The place that each of these, and each of those found so, lies in. */
export async function placeParents(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const parents = new Map<number, number>()
  let asked = [...new Set(ids)]
  for (let level = 0; level < MAX_LEVELS && asked.length > 0; level += 1) {
    const rows = await db.entity.findMany({
      where: { id: { in: asked }, parentId: { not: null } },
      select: { id: true, parentId: true },
    })
    for (const { id, parentId } of rows) if (parentId !== null) parents.set(id, parentId)
    asked = rows.flatMap(({ parentId }) =>
      parentId !== null && !parents.has(parentId) ? [parentId] : [],
    )
  }
  return parents
}
