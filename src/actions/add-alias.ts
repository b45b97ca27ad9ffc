import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import { findEntity } from './find-entity.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { nameKeys } from './write-names.ts'

const schema = z.strictObject({
  id: z.number().int(),
  name: z.string().trim().min(1, 'must not be empty').max(300),
  kind: z.enum(['NAME', 'SHORT', 'TRANSLITERATION', 'FORMER']),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as "en" or "uk"')
    .nullish(),
})

/**
 * Gives an entity another name: texts that use it mean this entity, unless it is another's name too.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of
 * @throws {ConflictError} when it has the name already, case and accents aside
 */
export async function addAlias(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { id, name, kind, language } = parseOrThrow(schema, input)
  return db.$transaction(async (tx) => {
    const entity = await findEntity(tx, { id, viewer: viewerOf(actor, now), path: 'input.id' })
    const known = await tx.alias.findFirst({
      where: {
        nameKey: foldKey(name),
        entity: { OR: [{ id: entity.id }, { mergedIntoId: entity.id }] },
      },
    })
    if (known !== null) {
      throw new ConflictError(
        `input.name: "${entity.name}" has this name already, as "${known.name}".`,
      )
    }
    const { id: entityId, type } = entity
    await setAlias(tx, { entityId, type, name, kind, language: language ?? null })
    await recordAudit(tx, actor, {
      action: 'addAlias',
      targetType: 'Entity',
      targetId: entity.id,
      details: { name, kind, language: language ?? null },
    })
    return entity.id
  })
}

interface NewAlias {
  readonly entityId: number
  readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION'
  readonly name: string
  readonly kind: z.output<typeof schema>['kind']
  readonly language: string | null
}

/** A name that a person gives, also where one took it away before. */
export async function setAlias(tx: Tx, alias: NewAlias): Promise<void> {
  const { entityId, type, ...given } = alias
  const keys = nameKeys(type, given.name)
  const { nameKey } = keys
  const data = { entityId, ...given, ...keys, provenance: 'HUMAN' as const }
  await tx.rejectedAlias.deleteMany({ where: { entityId, nameKey } })
  await tx.alias.upsert({
    where: { entityId_nameKey: { entityId, nameKey } },
    create: data,
    update: data,
  })
}
