import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'
import { insertRowsWithIds } from '../db/insert-rows.ts'
import type { FoundEntity } from '../extraction/extractor.ts'

/** Stores entities that nobody knew; their ids, in order. Names and external ids come after. */
export async function createEntities(tx: Tx, found: readonly FoundEntity[]): Promise<number[]> {
  if (found.length === 0) return []
  const slugs = await freeSlugs(
    tx,
    'entity',
    found.map(({ name }) => name),
  )
  const now = new Date()
  return insertRowsWithIds(
    tx,
    'Entity',
    found.map(({ type, name, place }, i) => ({
      type,
      name,
      nameKey: foldKey(name),
      slug: slugs[i] ?? '',
      placeKind: place?.kind ?? null,
      countryCode: place?.countryCode ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      createdAt: now,
      updatedAt: now,
    })),
  )
}
