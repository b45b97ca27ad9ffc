import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'

/** The columns of an entity that hold its slug. */
export interface EntitySlug {
  readonly slug: string
  /** Null for a number. */
  readonly slugKey: string | null
}

/**
 * Slugs for new entities: made of their names, or numbers where the public is not to know them yet. A slug would tell
 * the name for ever, and a second one of the same name would tell that there is a first.
 */
export async function newEntitySlugs(
  tx: Tx,
  names: readonly string[],
  { isPublic }: { readonly isPublic: boolean },
): Promise<EntitySlug[]> {
  if (isPublic) {
    const slugs = await freeSlugs(tx, 'entity', names)
    return names.map((name, i) => ({ slug: slugs[i] ?? '', slugKey: foldKey(name) }))
  }
  // No entity has such a number, since ids only grow.
  const { _max: last } = await tx.entity.aggregate({ _max: { id: true } })
  return names.map((_, i) => ({ slug: numberedSlug((last.id ?? 0) + 1 + i), slugKey: null }))
}

/** No name makes such a slug: none has a "_". */
const numberedSlug = (number: number): string => `entity_${number}`

interface Slugged extends EntitySlug {
  readonly id: number
}

/**
 * Gives an entity a slug made of the name, or a number for null; one that it had before, where there is one. The slug
 * that it has goes on leading to it.
 */
export async function changeSlug(
  tx: Tx,
  entity: Slugged,
  name: { readonly name: string; readonly nameKey: string } | null,
): Promise<void> {
  const { id: entityId, slug: former, slugKey: formerKey } = entity
  const slugKey = name?.nameKey ?? null
  const known = await tx.formerSlug.findFirst({
    where: { entityId, nameKey: slugKey },
    orderBy: { slug: 'asc' },
  })
  const slug = known?.slug ?? (await newSlug(tx, entityId, name?.name ?? null))
  await tx.formerSlug.deleteMany({ where: { slug } })
  await tx.formerSlug.create({ data: { entityId, slug: former, nameKey: formerKey } })
  await tx.entity.update({ where: { id: entityId }, data: { slug, slugKey } })
}

/** Gives an entity its former slug that one of its names made, where the one it has is of another's: after an unmerge. */
export async function restoreSlug(tx: Tx, entity: Slugged): Promise<void> {
  if (entity.slugKey === null) return
  const names = await tx.alias.findMany({ where: { entityId: entity.id } })
  const former = await tx.formerSlug.findFirst({
    where: { entityId: entity.id, nameKey: { in: names.map(({ nameKey }) => nameKey) } },
    orderBy: { createdAt: 'asc' },
  })
  const name = names.find(({ nameKey }) => nameKey === former?.nameKey)
  if (name !== undefined) await changeSlug(tx, entity, name)
}

async function newSlug(tx: Tx, id: number, name: string | null): Promise<string> {
  if (name === null) return numberedSlug(id)
  const [slug = ''] = await freeSlugs(tx, 'entity', [name])
  return slug
}
