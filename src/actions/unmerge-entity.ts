import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import { findEntity } from './find-entity.ts'
import { MERGING } from './merge-entities.ts'
import { moveReferences } from './move-references.ts'
import { recordAudit } from './record.ts'
import { entityAudience, recordEntityEvent } from './record-entity-event.ts'
import { settleNames } from './settle-names.ts'

/**
 * Undoes a merge: the entity is itself again, with all that was its own and that of those which were
 * merged into it before. The rest of the one it was merged into stays as it is.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of
 * @throws {ConflictError} when it is not merged
 */
export async function unmergeEntity(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  { id }: { readonly id: number },
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const into = await findEntity(tx, { id, viewer, path: 'id' })
    if (into.id === id) {
      throw new ConflictError(
        `id: "${into.name}" (${into.slug}) is not merged into another entity.`,
      )
    }
    const members = await mergedUnder(tx, id)
    const entity = await tx.entity.update({
      where: { id },
      data: { mergedIntoId: null, mergeTargetId: null },
    })
    await tx.entity.updateMany({
      where: { id: { in: members, not: id } },
      data: { mergedIntoId: id },
    })
    const articles = await moveReferences(tx, { originIds: members, from: into.id, to: id })
    await recordAudit(tx, actor, {
      action: 'unmergeEntity',
      targetType: 'Entity',
      targetId: id,
      details: { entity: entity.slug, from: into.slug, fromId: into.id, articles },
    })
    await settleNames(tx, [id, into.id], now)
    await recordEntityEvent(tx, {
      type: 'entity.unmerged',
      entityId: id,
      payload: { fromId: into.id },
      audience: await entityAudience(tx, { ids: [id, into.id], now }),
      now,
    })
    return id
  }, MERGING)
}

/** The entity and those that were merged into it, or into one of them. */
async function mergedUnder(tx: Tx, id: number): Promise<number[]> {
  const members = [id]
  for (let asked = [id]; asked.length > 0; ) {
    const rows = await tx.entity.findMany({
      where: { mergeTargetId: { in: asked } },
      select: { id: true },
    })
    asked = rows.map((row) => row.id)
    members.push(...asked)
  }
  return members
}
