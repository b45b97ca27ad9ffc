import type { Tx } from '../db/client.ts'

/**
 * Deletes names and external ids of these entities that only an article brought which is no more. An entity that was listed by such a
 * name goes by the best of the others, where it has one; its slug stays, since addresses must.
 */
export async function forgetUnusedNames(tx: Tx, entityIds: readonly number[]): Promise<void> {
  const ids = { in: [...entityIds] }
  await tx.externalId.deleteMany({
    where: { entityId: ids, uses: { none: {} }, provenance: { not: 'HUMAN' } },
  })
  const entities = await tx.entity.findMany({
    where: { id: ids },
    select: {
      id: true,
      nameKey: true,
      aliases: {
        orderBy: [{ kind: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          name: true,
          nameKey: true,
          provenance: true,
          fromAuthority: true,
          uses: { take: 1 },
        },
      },
    },
  })
  for (const { id, nameKey, aliases } of entities) {
    const used = aliases.filter(
      ({ provenance, fromAuthority, uses }) =>
        provenance === 'HUMAN' || fromAuthority || uses.length > 0,
    )
    const [best] = used
    const kept = best === undefined ? aliases.filter((own) => own.nameKey === nameKey) : used
    await tx.alias.deleteMany({
      where: { entityId: id, id: { notIn: kept.map((alias) => alias.id) } },
    })
    if (best === undefined || kept.some((alias) => alias.nameKey === nameKey)) continue
    await tx.entity.update({ where: { id }, data: { name: best.name, nameKey: best.nameKey } })
  }
}
