import type { Db } from '../db/client.ts'
import { readNodeId } from './node-id.ts'

interface NodeId {
  readonly typename: string
  id: string
}

const ENTITY_TYPES = new Set(['Person', 'Place', 'Organization'])

/**
 * Makes ids of merged entities those of the entities that they are now. In place: Pothos resolves the
 * ids that it read from the arguments, whatever its callback is given.
 */
export async function followMerges(db: Db, ids: readonly NodeId[]): Promise<void> {
  const asked = ids.filter(({ typename }) => ENTITY_TYPES.has(typename))
  if (asked.length === 0) return
  const rows = await db.entity.findMany({
    where: { id: { in: asked.map(({ id }) => readNodeId(id)) }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  const survivors = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId]))
  for (const node of asked) node.id = String(survivors.get(readNodeId(node.id)) ?? node.id)
}
