import type { Tx } from '../db/client.ts'

/** For each entity the one it was merged into, or itself; merges of merges are followed to their end. */
export async function survivorsOf(tx: Tx, ids: readonly number[]): Promise<(id: number) => number> {
  const mergedInto = new Map<number, number>()
  let asked = [...new Set(ids)]
  while (asked.length > 0) {
    const rows = await tx.entity.findMany({
      where: { id: { in: asked }, mergedIntoId: { not: null } },
      select: { id: true, mergedIntoId: true },
    })
    for (const { id, mergedIntoId } of rows) mergedInto.set(id, mergedIntoId ?? id)
    asked = rows.flatMap(({ mergedIntoId }) =>
      mergedIntoId !== null && !mergedInto.has(mergedIntoId) ? [mergedIntoId] : [],
    )
  }
  return (id) => {
    let survivor = id
    for (let next = mergedInto.get(id); next !== undefined; next = mergedInto.get(next)) {
      survivor = next
    }
    return survivor
  }
}
