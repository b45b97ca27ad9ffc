import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'

/** An entity that a person makes; its name is its first alias. */
export async function createEntity(
  tx: Tx,
  { type, name }: { readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION'; readonly name: string },
): Promise<{ readonly id: number }> {
  const [slug = ''] = await freeSlugs(tx, 'entity', [name])
  const nameKey = foldKey(name)
  return tx.entity.create({
    data: {
      type,
      slug,
      name,
      nameKey,
      reviewStatus: 'ACCEPTED',
      aliases: { create: { name, nameKey, provenance: 'HUMAN' } },
    },
    select: { id: true },
  })
}
