import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError, NotFoundError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import type { ActionContext } from './action-context.ts'
import { findEntity } from './find-entity.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { settleNames } from './settle-names.ts'

const schema = z.strictObject({
  id: z.number().int(),
  name: z.string().trim().min(1, 'must not be empty').max(300),
})

/**
 * Takes a name from an entity and what was merged into it. No extraction gives it back; `addAlias` does.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of, or no such name of it
 * @throws {ConflictError} when it is the name that the entity is listed by
 */
export async function removeAlias(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { id, name } = parseOrThrow(schema, input)
  const nameKey = foldKey(name)
  return db.$transaction(async (tx) => {
    const entity = await findEntity(tx, { id, viewer: viewerOf(actor, now), path: 'input.id' })
    if (entity.nameKey === nameKey) {
      throw new ConflictError(
        `input.name: "${entity.name}" is what it is listed by. Give it another name with updateEntity first.`,
      )
    }
    const aliases = await tx.alias.findMany({
      where: { nameKey, entity: { OR: [{ id: entity.id }, { mergedIntoId: entity.id }] } },
    })
    if (aliases.length === 0) {
      throw new NotFoundError(`input.name: "${entity.name}" has no name "${name}".`)
    }
    await tx.alias.deleteMany({ where: { id: { in: aliases.map((alias) => alias.id) } } })
    const rejected = new Set([entity.id, ...aliases.map(({ entityId }) => entityId)])
    for (const entityId of rejected) {
      await tx.rejectedAlias.upsert({
        where: { entityId_nameKey: { entityId, nameKey } },
        create: { entityId, nameKey },
        update: {},
      })
    }
    await settleNames(tx, [entity.id], now)
    await recordAudit(tx, actor, {
      action: 'removeAlias',
      targetType: 'Entity',
      targetId: entity.id,
      details: {
        removed: aliases.map(({ entityId, name: as, kind, language }) => ({
          entityId,
          name: as,
          kind,
          language,
        })),
      },
    })
    return entity.id
  })
}
