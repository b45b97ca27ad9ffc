import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { newEntitySlugs } from './entity-slugs.ts'

interface NewEntity {
  readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION'
  readonly name: string
  /** Whether the article that names it is. */
  readonly isPublic: boolean
}

/** An entity that a person makes; its name is its first alias. */
export async function createEntity(
  tx: Tx,
  { type, name, isPublic }: NewEntity,
): Promise<{ readonly id: number }> {
  const [slug] = await newEntitySlugs(tx, [name], { isPublic })
  const nameKey = foldKey(name)
  return tx.entity.create({
    data: {
      type,
      slug: slug?.slug ?? '',
      slugKey: slug?.slugKey ?? null,
      name,
      nameKey,
      reviewStatus: 'ACCEPTED',
      aliases: { create: { name, nameKey, provenance: 'HUMAN' } },
    },
    select: { id: true },
  })
}
