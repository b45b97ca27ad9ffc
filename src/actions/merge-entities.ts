import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import { findEntity } from './find-entity.ts'
import { liesIn } from './lies-in.ts'
import { moveReferences } from './move-references.ts'
import { notSamePair } from './not-same-pair.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { entityAudience, recordEntityEvent } from './record-entity-event.ts'
import { settleNames } from './settle-names.ts'

const ID = z.number().int()
const schema = z.strictObject({
  ids: z.array(ID).min(1, 'must name at least one').max(50, 'must be at most 50 at once'),
  intoId: ID,
})

/** An entity of 20,000 mentions is moved in well under a minute; others wait for it. */
export const MERGING = { maxWait: 60_000, timeout: 300_000 }

/**
 * Makes one entity of several that are the same. The ids and slugs of those that go lead to the one
 * that stays for ever; `unmergeEntity` undoes it. All of them are merged, or none.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of
 * @throws {ConflictError} when two are of different types, are one already or marked as not the same, or the
 * one that stays lies in one that goes
 */
export async function mergeEntities(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { ids, intoId } = parseOrThrow(schema, input)
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const into = await findEntity(tx, { id: intoId, viewer, path: 'into' })
    for (const id of new Set(ids)) {
      const from = await findEntity(tx, { id, viewer, path: 'ids' })
      await assertMayBeOne(tx, from, into)
      const audience = await entityAudience(tx, { ids: [from.id, into.id], now })
      const members = await membersOf(tx, from.id)
      await tx.entity.updateMany({
        where: { id: { in: members } },
        data: { mergedIntoId: into.id },
      })
      await tx.entity.update({ where: { id: from.id }, data: { mergeTargetId: into.id } })
      const articles = await moveReferences(tx, {
        originIds: members,
        from: from.id,
        to: into.id,
      })
      await recordAudit(tx, actor, {
        action: 'mergeEntities',
        targetType: 'Entity',
        targetId: from.id,
        details: { from: from.slug, into: into.slug, intoId: into.id, articles },
      })
      await recordEntityEvent(tx, {
        type: 'entity.merged',
        entityId: from.id,
        payload: { intoId: into.id },
        audience,
        now,
      })
    }
    await settleNames(tx, [into.id], now)
    return into.id
  }, MERGING)
}

/** The entity and all that were merged into it. */
async function membersOf(tx: Tx, id: number): Promise<number[]> {
  const merged = await tx.entity.findMany({
    where: { mergedIntoId: id },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return [id, ...merged.map((row) => row.id)]
}

interface Mergeable {
  readonly id: number
  readonly type: string
  readonly name: string
  readonly slug: string
}

async function assertMayBeOne(tx: Tx, from: Mergeable, into: Mergeable): Promise<void> {
  if (from.id === into.id) {
    throw new ConflictError(`ids: "${from.name}" (${from.slug}) is the same entity already.`)
  }
  if (from.type !== into.type) {
    throw new ConflictError(
      `ids: "${from.name}" (${from.slug}) is a ${from.type}, "${into.name}" (${into.slug}) a ${into.type}. Only entities of one type can be one.`,
    )
  }
  if (await liesIn(tx, { id: into.id, outerId: from.id })) {
    throw new ConflictError(
      `ids: "${into.name}" (${into.slug}) lies in "${from.name}" (${from.slug}). Merge them the other way, or give "${into.name}" another parent with updateEntity first.`,
    )
  }
  const pair = await tx.notSame.findFirst({ where: notSamePair(from.id, into.id) })
  if (pair !== null) {
    throw new ConflictError(
      `ids: "${from.name}" (${from.slug}) and "${into.name}" (${into.slug}) are marked as not the same. Take that back with unmarkNotSame first.`,
    )
  }
}
