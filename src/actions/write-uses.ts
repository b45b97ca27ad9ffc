import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { type Choice, NOT_STORED } from './choice.ts'
import { externalIdsOf, type GivenId, idKey } from './external-ids.ts'
import type { AnnotationTarget } from './write-annotations.ts'

interface Found {
  readonly entities: readonly FoundEntity[]
  /** Of the found entities; names are those of the origin. */
  readonly resolved: readonly Choice[]
}

/**
 * Records which names and external ids the article gives its entities, and forgets those that it gave before: what no
 * visible article uses is not shown to the public. Call it when the article's mentions are stored.
 */
export async function writeUses(tx: Tx, found: Found, target: AnnotationTarget): Promise<void> {
  await writeNameUses(tx, found, target)
  await writeIdUses(tx, found, target)
}

/** Names are those that were found, and the very words of mentions that stood already. */
async function writeNameUses(
  tx: Tx,
  { entities, resolved }: Found,
  { articleId, isNew }: AnnotationTarget,
): Promise<void> {
  const mentions = await tx.mention.findMany({
    where: { articleId, current: true, reviewStatus: { not: 'REJECTED' } },
    select: { originId: true, exact: true },
  })
  const used = new Set([
    ...entities.flatMap(({ name, aliases }, i) =>
      [name, ...aliases].map((form) => `${resolved[i]?.originId ?? 0} ${foldKey(form)}`),
    ),
    ...mentions.map(({ originId, exact }) => `${originId} ${foldKey(exact)}`),
  ])
  const named = [...resolved, ...mentions].map(({ originId }) => originId)
  const aliases = await tx.alias.findMany({
    where: {
      entityId: { in: [...new Set(named)] },
      nameKey: { in: [...new Set([...used].map((key) => key.slice(key.indexOf(' ') + 1)))] },
    },
    select: { id: true, entityId: true, nameKey: true },
  })
  const wanted = new Set(
    aliases
      .filter(({ entityId, nameKey }) => used.has(`${entityId} ${nameKey}`))
      .map(({ id }) => id),
  )
  const stored = isNew
    ? []
    : await tx.aliasUse.findMany({ where: { articleId }, select: { aliasId: true } })
  const obsolete = stored.map(({ aliasId }) => aliasId).filter((id) => !wanted.delete(id))
  if (obsolete.length > 0) {
    await tx.aliasUse.deleteMany({ where: { articleId, aliasId: { in: obsolete } } })
  }
  await insertRows(
    tx,
    'AliasUse',
    [...wanted].map((aliasId) => ({ aliasId, articleId })),
  )
}

const readIdUses = (tx: Tx, articleId: number) =>
  tx.externalIdUse.findMany({
    where: { articleId },
    select: { externalIdId: true, externalId: { select: { provenance: true } } },
  })

async function writeIdUses(
  tx: Tx,
  { entities, resolved }: Found,
  { articleId, isNew, hints, sourceSlug, cms }: AnnotationTarget,
): Promise<void> {
  const given = new Map<string, GivenId>(
    entities
      .filter((_, i) => resolved[i] !== NOT_STORED)
      .flatMap((entity) => externalIdsOf(entity, { hints, sourceSlug }))
      .map((id) => [idKey(id), id]),
  )
  const schemes = [...new Set([...given.values()].map(({ scheme }) => scheme))]
  const rows = await tx.externalId.findMany({
    where: {
      OR: schemes.map((scheme) => ({
        scheme,
        value: { in: [...given.values()].flatMap((id) => (id.scheme === scheme ? id.value : [])) },
      })),
    },
    select: { id: true },
  })
  const wanted = new Set(rows.map(({ id }) => id))
  const stored = isNew ? [] : await readIdUses(tx, articleId)
  const obsolete = stored
    .filter(({ externalId }) => cms === 'replace' || externalId.provenance !== 'CMS')
    .map(({ externalIdId }) => externalIdId)
    .filter((id) => !wanted.has(id))
  for (const { externalIdId } of stored) wanted.delete(externalIdId)
  if (obsolete.length > 0) {
    await tx.externalIdUse.deleteMany({ where: { articleId, externalIdId: { in: obsolete } } })
  }
  await insertRows(
    tx,
    'ExternalIdUse',
    [...wanted].map((externalIdId) => ({ externalIdId, articleId })),
  )
}
