import type { Tx } from '../db/client.ts'
import { changeSlug } from './entity-slugs.ts'

/**
 * Deletes names and external ids of these entities that only an article brought which is no more, and slugs made of such
 * names. An entity that would have no name keeps the one that it is listed by. What it is called instead, `settleNames` says.
 */
export async function forgetUnusedNames(tx: Tx, entityIds: readonly number[]): Promise<void> {
  const ids = { in: [...entityIds] }
  const unused = { uses: { none: {} }, provenance: { not: 'HUMAN' as const } }
  await tx.externalId.deleteMany({ where: { entityId: ids, ...unused } })
  const entities = await tx.entity.findMany({
    where: { id: ids },
    select: {
      id: true,
      mergedIntoId: true,
      nameKey: true,
      aliases: {
        select: {
          id: true,
          nameKey: true,
          provenance: true,
          fromAuthority: true,
          uses: { take: 1 },
        },
      },
    },
  })
  for (const { id, mergedIntoId, nameKey, aliases } of entities) {
    const used = aliases.filter(
      ({ provenance, fromAuthority, uses }) =>
        provenance === 'HUMAN' || fromAuthority || uses.length > 0,
    )
    const kept = used.length === 0 ? aliases.filter((own) => own.nameKey === nameKey) : used
    const keptIds = new Set(kept.map((alias) => alias.id))
    const lost = aliases.filter((alias) => !keptIds.has(alias.id))
    if (lost.length === 0) continue
    await tx.alias.deleteMany({ where: { id: { in: lost.map((alias) => alias.id) } } })
    const lostKeys = lost.map((alias) => alias.nameKey)
    await forgetSlugs(tx, { ids: [id, mergedIntoId ?? id], nameKeys: lostKeys })
  }
}

interface LostNames {
  /** The entity that had them, and the one that it was merged into. */
  readonly ids: readonly number[]
  readonly nameKeys: readonly string[]
}

/** Addresses last, except where they would tell what was erased. */
async function forgetSlugs(tx: Tx, { ids, nameKeys }: LostNames): Promise<void> {
  const made = { in: [...nameKeys] }
  const lost = { in: [...ids] }
  const family = { OR: [{ id: lost }, { mergedIntoId: lost }] }
  const kept = await tx.alias.findMany({
    where: { nameKey: made, entity: family },
    select: { nameKey: true },
  })
  const told = { ...made, notIn: kept.map(({ nameKey }) => nameKey) }
  await tx.formerSlug.deleteMany({ where: { entityId: lost, nameKey: told } })
  for (const entity of await tx.entity.findMany({ where: { id: lost, slugKey: told } })) {
    await changeSlug(tx, entity, null)
    await tx.formerSlug.deleteMany({ where: { slug: entity.slug } })
  }
}
