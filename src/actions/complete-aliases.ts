import type { Db } from '../db/client.ts'
import { updateColumn } from '../db/update-column.ts'
import { nameKeys } from './write-names.ts'

const IDS_AT_ONCE = 1_000

/**
 * Computes the keys of names that were stored before there were such keys, so that other spellings and
 * initials find them too; a run that was stopped is finished by the next.
 */
export async function completeAliases(db: Db): Promise<void> {
  for (let last = 0; ; ) {
    const aliases = await db.alias.findMany({
      where: { transliterationKey: null, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: IDS_AT_ONCE,
      select: { id: true, name: true, entity: { select: { type: true } } },
    })
    if (aliases.length === 0) return
    const keys = aliases.map(({ id, name, entity }) => ({ id, ...nameKeys(entity.type, name) }))
    await db.$transaction(
      async (tx) => {
        await updateColumn(
          tx,
          'Alias.initials',
          keys.map(({ id, initials: value }) => ({ id, value })),
        )
        await updateColumn(
          tx,
          'Alias.transliterationKey',
          keys.map(({ id, transliterationKey: value }) => ({ id, value })),
        )
      },
      { maxWait: 60_000, timeout: 60_000 },
    )
    last = aliases.at(-1)?.id ?? last
  }
}
