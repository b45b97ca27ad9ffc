import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { insertRowsWithIds } from '../db/insert-rows.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { newEntitySlugs } from './entity-slugs.ts'

/** Stores entities that nobody knew; their ids, in order. Names and external ids come after. */
export async function createEntities(
  tx: Tx,
  found: readonly FoundEntity[],
  { isPublic }: { readonly isPublic: boolean },
): Promise<number[]> {
  if (found.length === 0) return []
  const names = found.map(({ name }) => name)
  const slugs = await newEntitySlugs(tx, names, { isPublic })
  const now = new Date()
  return insertRowsWithIds(
    tx,
    'Entity',
    found.map(({ type, name, place }, i) => ({
      type,
      name,
      nameKey: foldKey(name),
      slug: slugs[i]?.slug ?? '',
      slugKey: slugs[i]?.slugKey ?? null,
      placeKind: place?.kind ?? null,
      countryCode: place?.countryCode ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      createdAt: now,
      updatedAt: now,
    })),
  )
}
