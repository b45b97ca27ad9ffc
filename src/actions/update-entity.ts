import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { ConflictError, InvalidInputError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import { PLACE_KINDS } from '../core/place-kind.ts'
import type { Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import type { ActionContext } from './action-context.ts'
import { setAlias } from './add-alias.ts'
import { findEntity } from './find-entity.ts'
import { liesIn } from './lies-in.ts'
import { MERGING } from './merge-entities.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { settleNames } from './settle-names.ts'

const TEXT = z.string().trim().min(1, 'must not be empty')
const schema = z.strictObject({
  id: z.number().int(),
  name: TEXT.max(300).optional(),
  description: TEXT.max(2_000).nullish(),
  jobTitle: TEXT.max(300).nullish(),
  placeKind: z.enum(PLACE_KINDS).optional(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as "UA"')
    .nullish(),
  coordinates: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    })
    .nullish(),
  parentId: z.number().int().nullish(),
})

type Changes = z.output<typeof schema>
type EntityType = 'PERSON' | 'PLACE' | 'ORGANIZATION'

/** Which types have what. */
const ONLY_OF: Partial<Record<keyof Changes, readonly EntityType[]>> = {
  jobTitle: ['PERSON'],
  placeKind: ['PLACE'],
  countryCode: ['PLACE'],
  coordinates: ['PLACE'],
  parentId: ['PLACE', 'ORGANIZATION'],
}

/**
 * Changes what is given of an entity. Its slug stays, and its former name goes on meaning it. No
 * extraction changes it from now on.
 *
 * @throws {NotFoundError} when there is no such entity that the actor may know of
 * @throws {InvalidInputError} for what entities of its type do not have
 * @throws {ConflictError} when it would lie in itself
 */
export async function updateEntity(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { id, ...changes } = parseOrThrow(schema, input)
  const viewer = viewerOf(actor, now)
  return db.$transaction(async (tx) => {
    const entity = await findEntity(tx, { id, viewer, path: 'input.id' })
    assertHas(entity.type, changes)
    const { coordinates, parentId, name, ...plain } = changes
    const parent =
      parentId == null ? null : await findEntity(tx, { id: parentId, viewer, path: 'input.parent' })
    if (parent) await assertMayContain(tx, parent, entity)
    const columns = {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
      ...(name !== undefined && { name, nameKey: foldKey(name) }),
      // Null would leave it to articles.
      ...(plain.jobTitle === null && { jobTitle: '' }),
      ...(coordinates !== undefined && {
        latitude: coordinates?.latitude ?? null,
        longitude: coordinates?.longitude ?? null,
      }),
      ...(parentId !== undefined && { parentId: parent?.id ?? null }),
    }
    const after = await tx.entity.update({
      where: { id: entity.id },
      data: { ...columns, reviewStatus: 'AMENDED' },
    })
    if (name !== undefined) {
      const { id: entityId, type } = entity
      await setAlias(tx, { entityId, type, name, kind: 'NAME', language: null })
      await indexArticles(tx, await articlesOf(tx, entity.id))
    }
    await settleNames(tx, [entity.id], now)
    await recordAudit(tx, actor, {
      action: 'updateEntity',
      targetType: 'Entity',
      targetId: entity.id,
      details: { before: decidedPart(entity), after: decidedPart(after) },
    })
    return entity.id
  }, MERGING)
}

function assertHas(type: EntityType, changes: Partial<Changes>): void {
  for (const [field, types] of Object.entries(ONLY_OF)) {
    if (changes[field as keyof Changes] === undefined || types.includes(type)) continue
    const path = `input.${field === 'parentId' ? 'parent' : field}`
    throw new InvalidInputError(`${path}: a ${type} has none; only a ${types.join(' or ')}.`, path)
  }
}

interface Node {
  readonly id: number
  readonly type: EntityType
  readonly name: string
}

async function assertMayContain(tx: Tx, parent: Node, entity: Node): Promise<void> {
  if (parent.type !== entity.type) {
    throw new InvalidInputError(
      `input.parent: "${parent.name}" is a ${parent.type}, not a ${entity.type}.`,
      'input.parent',
    )
  }
  if (await liesIn(tx, { id: parent.id, outerId: entity.id })) {
    throw new ConflictError(`input.parent: "${parent.name}" lies in "${entity.name}" itself.`)
  }
}

/** Articles whose index holds the entity's name. */
async function articlesOf(tx: Tx, entityId: number): Promise<number[]> {
  const naming = await tx.articleEntity.findMany({
    where: { entityId },
    select: { articleId: true },
  })
  const quoting = await tx.figure.groupBy({
    by: ['articleId'],
    where: { claimantId: entityId, current: true },
  })
  return [...new Set([...naming, ...quoting].map(({ articleId }) => articleId))]
}

type EntityRow = Awaited<ReturnType<typeof findEntity>>

const decidedPart = (row: EntityRow) => ({
  name: row.name,
  description: row.description,
  jobTitle: row.jobTitle || null,
  placeKind: row.placeKind,
  countryCode: row.countryCode,
  latitude: row.latitude,
  longitude: row.longitude,
  parentId: row.parentId,
  reviewStatus: row.reviewStatus,
})
