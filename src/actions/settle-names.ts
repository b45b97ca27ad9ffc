import { foldKey } from '../core/fold-key.ts'
import { groupBy } from '../core/group-by.ts'
import type { Tx } from '../db/client.ts'
import {
  openingTimes,
  type SeenName,
  seenNames,
  unsettledEntities,
  withSeenSlugs,
} from '../db/public-names.ts'
import { type Viewer, visibleMention } from '../db/visibility.ts'
import { changeSlug, restoreSlug } from './entity-slugs.ts'
import { nameKeys } from './write-names.ts'

/**
 * Makes the name and the slug of each of these entities such as everyone who may see the entity may see: of names that
 * people or a gazetteer gave it, or that an article uses which everyone may read. So the stored name may be shown to all,
 * lists may be ordered by it, and no slug tells what stands in a draft. To be called when it has changed which articles
 * may be seen, or which names they use.
 *
 * An entity that the public will know by itself, when an embargo ends, gets a name that may be seen then, and loses a slug
 * that may not. Where nothing is to open, everything stays, but for a name that is not the entity's any more.
 */
export async function settleNames(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  const unsettled = await unsettledEntities(tx, ids, now)
  if (unsettled.length === 0) return
  const shown = unsettled.filter(({ isPublic }) => isPublic).map(({ id }) => id)
  await settle(tx, shown, { viewer: { seesUnpublished: false, now }, slugs: 'of names' })

  const hidden = unsettled.filter(({ isPublic }) => !isPublic).map(({ id }) => id)
  const opening = await openingTimes(tx, hidden)
  for (const [, due] of groupBy([...opening], ([, time]) => time.getTime())) {
    const viewer = { seesUnpublished: false, now: due[0][1] }
    await settle(
      tx,
      due.map(([id]) => id),
      { viewer, slugs: 'numbers' },
    )
  }
  const closed = hidden.filter((id) => !opening.has(id))
  await settle(tx, closed, { viewer: { seesUnpublished: true, now }, slugs: 'of own names' })
}

interface Settling {
  /** Whoever sees least of those who see the entities. */
  readonly viewer: Viewer
  /** What becomes of slugs that this viewer may not see. */
  readonly slugs: 'of names' | 'numbers' | 'of own names'
}

async function settle(tx: Tx, ids: readonly number[], { viewer, slugs }: Settling): Promise<void> {
  if (ids.length === 0) return
  const names = await seenNames(tx, ids, viewer)
  const stand = await withSeenSlugs(tx, ids, viewer)
  const entities = await tx.entity.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { id: true, type: true, name: true, nameKey: true, slug: true, slugKey: true },
  })
  for (const entity of entities) {
    const { id, type } = entity
    // A place that a person put another one into may have no name that the public sees: it is shown by that decision.
    const { name, nameKey } =
      names.get(id) ?? (await nameByMention(tx, { id, type, viewer })) ?? entity
    if (nameKey !== entity.nameKey)
      await tx.entity.update({ where: { id }, data: { name, nameKey } })
    if (stand.has(id)) continue
    if (slugs === 'of own names') await restoreSlug(tx, entity)
    else if (slugs === 'of names') await changeSlug(tx, entity, { name, nameKey })
    else if (entity.slugKey !== null) await changeSlug(tx, entity, null)
  }
}

interface Nameless {
  readonly id: number
  readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION'
  readonly viewer: Viewer
}

/** Where a person says whom words mean that were no name of it so far, they are one from now on. */
async function nameByMention(
  tx: Tx,
  { id: entityId, type, viewer }: Nameless,
): Promise<SeenName | null> {
  const mention = await tx.mention.findFirst({
    where: { entityId, ...visibleMention(viewer) },
    orderBy: { id: 'asc' },
    select: { exact: true, articleId: true },
  })
  if (mention === null) return null
  const { exact: name, articleId } = mention
  const nameKey = foldKey(name)
  const keys = nameKeys(type, name)
  const alias = await tx.alias.upsert({
    where: { entityId_nameKey: { entityId, nameKey } },
    create: { entityId, name, ...keys },
    update: {},
  })
  await tx.aliasUse.create({ data: { aliasId: alias.id, articleId } })
  return { name, nameKey }
}
