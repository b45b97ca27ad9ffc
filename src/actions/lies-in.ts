import type { Tx } from '../db/client.ts'

/** Whether a place or body is another, lies in it, or in something that does; merges are followed. */
export async function liesIn(
  tx: Tx,
  { id, outerId }: { readonly id: number; readonly outerId: number },
): Promise<boolean> {
  const seen = new Set<number>()
  for (let at: number | null = id; at !== null && !seen.has(at); ) {
    if (at === outerId) return true
    seen.add(at)
    const row: { parentId: number | null; mergedIntoId: number | null } | null =
      await tx.entity.findUnique({
        where: { id: at },
        select: { parentId: true, mergedIntoId: true },
      })
    at = row?.mergedIntoId ?? row?.parentId ?? null
  }
  return false
}
