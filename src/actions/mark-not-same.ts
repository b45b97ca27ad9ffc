import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import type { Viewer } from '../db/visibility.ts'
import type { ActionContext } from './action-context.ts'
import { findEntity } from './find-entity.ts'
import { notSamePair } from './not-same-pair.ts'
import { recordAudit } from './record.ts'

interface Pair {
  readonly id: number
  readonly otherId: number
}

/**
 * Remembers that two entities are different, whatever their names: they are never merged or suggested
 * for it. Marking twice changes nothing.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of
 * @throws {ConflictError} when they are one entity: unmerge it first
 */
export async function markNotSame(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  pair: Pair,
): Promise<readonly [number, number]> {
  requireScope(actor, 'REVIEW')
  return db.$transaction(async (tx) => {
    const ids = await readPair(tx, pair, viewerOf(actor, now))
    const [aId, bId] = ids
    const known = await tx.notSame.findUnique({ where: { aId_bId: { aId, bId } } })
    if (known !== null) return ids
    await tx.notSame.create({ data: { aId, bId } })
    await recordAudit(tx, actor, {
      action: 'markNotSame',
      targetType: 'Entity',
      targetId: aId,
      details: { otherId: bId },
    })
    return ids
  })
}

/**
 * Takes it back: the two may be merged again.
 *
 * @throws {ConflictError} when they are not marked
 */
export async function unmarkNotSame(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  pair: Pair,
): Promise<readonly [number, number]> {
  requireScope(actor, 'REVIEW')
  return db.$transaction(async (tx) => {
    const ids = await readPair(tx, pair, viewerOf(actor, now))
    const { count } = await tx.notSame.deleteMany({ where: notSamePair(...ids) })
    if (count === 0) throw new ConflictError('id: the two are not marked as not the same.')
    await recordAudit(tx, actor, {
      action: 'unmarkNotSame',
      targetType: 'Entity',
      targetId: ids[0],
      details: { otherId: ids[1] },
    })
    return ids
  })
}

/** The two entities as they are now, the smaller id first. */
async function readPair(
  tx: Tx,
  { id, otherId }: Pair,
  viewer: Viewer,
): Promise<readonly [number, number]> {
  const one = await findEntity(tx, { id, viewer, path: 'id' })
  const other = await findEntity(tx, { id: otherId, viewer, path: 'other' })
  if (one.id === other.id) {
    throw new ConflictError(
      `id: both are "${one.name}" (${one.slug}). Undo the merge with unmergeEntity first.`,
    )
  }
  return one.id < other.id ? [one.id, other.id] : [other.id, one.id]
}
