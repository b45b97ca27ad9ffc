import { foldKey } from '../core/fold-key.ts'
import { initialsOf } from '../core/name-forms.ts'
import { transliterationKey } from '../core/transliteration-key.ts'
import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { placeIdsOf } from './place-ids.ts'

/** Remembers every form the text used, for the next article. `ids` are those of the found entities. */
export async function writeNames(
  tx: Tx,
  found: readonly FoundEntity[],
  ids: readonly number[],
): Promise<void> {
  const forms = new Map<string, ReturnType<typeof aliasOf>>()
  for (const [i, entity] of found.entries()) {
    for (const form of [entity.name, ...entity.aliases]) {
      const alias = aliasOf(entity, { entityId: ids[i] ?? 0, form })
      const key = `${alias.entityId} ${alias.nameKey}`
      if (!forms.has(key)) forms.set(key, alias)
    }
  }
  const known = await tx.alias.findMany({
    where: {
      entityId: { in: [...new Set(ids)] },
      nameKey: { in: [...forms.values()].map(({ nameKey }) => nameKey) },
    },
    select: { entityId: true, nameKey: true },
  })
  // Nor does a name come back that a person took away.
  const rejected = await tx.rejectedAlias.findMany({
    where: { entityId: { in: [...new Set(ids)] } },
    select: { entityId: true, nameKey: true },
  })
  for (const { entityId, nameKey } of [...known, ...rejected]) {
    forms.delete(`${entityId} ${nameKey}`)
  }
  const createdAt = new Date()
  await insertRows(
    tx,
    'Alias',
    [...forms.values()].map((alias) => ({ ...alias, createdAt })),
  )
}

const aliasOf = (
  { type, name, place }: FoundEntity,
  { entityId, form }: { readonly entityId: number; readonly form: string },
) => ({
  entityId,
  name: form,
  ...nameKeys(type, form),
  kind: form === name ? ('NAME' as const) : ('SHORT' as const),
  // A place was found by looking up its names.
  fromAuthority: placeIdsOf(place).length > 0,
})

/** The columns of an alias by which it is found. */
export const nameKeys = (type: FoundEntity['type'], name: string) => ({
  nameKey: foldKey(name),
  transliterationKey: transliterationKey(name),
  initials: type === 'ORGANIZATION' ? initialsOf(name) : null,
})
