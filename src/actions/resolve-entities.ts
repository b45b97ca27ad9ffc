import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { nestPlaces } from './nest-places.ts'
import { GEONAMES, GEONAMES_REGION, placeIdsOf } from './place-ids.ts'

/** An entity that a name may mean. */
interface Candidate {
  readonly id: number
  readonly type: FoundEntity['type']
  readonly nameKey: string
  readonly aliasKeys: ReadonlySet<string>
  /** Ids that the gazetteer gave it. */
  readonly placeIds: readonly string[]
}

/**
 * Which stored entity each found one is; those that are none of them are created. Two are the same
 * only when an external id says so or when the name means exactly one known entity: an ambiguous
 * name gives a new entity for people to merge, never a silent guess.
 */
export async function resolveEntities(
  tx: Tx,
  found: readonly FoundEntity[],
  about: {
    readonly hints: ArticleDraft['hints']
    readonly sourceSlug: string
    /** Entities the article's last revision named: they win over strangers of the same name. */
    readonly previous: ReadonlySet<number>
    /** For each found entity what its words meant before: stays so while it fits. */
    readonly meant?: readonly (number | null)[]
  },
): Promise<number[]> {
  const externalIds = found.map((entity) => externalIdsOf(entity, about))
  const byExternalId = await entitiesByExternalId(tx, externalIds.flat())
  const candidates = await candidatesByName(tx, found)

  const resolved = found.map((entity, i) => {
    for (const { scheme, value } of externalIds[i] ?? []) {
      const id = byExternalId.get(`${scheme}:${value}`)
      if (id !== undefined) return id
    }
    return unambiguous(entity, candidates, {
      previous: about.previous,
      meant: about.meant?.[i] ?? null,
    })
  })
  const unknown = new Map(
    found.filter((_, i) => resolved[i] === null).map((entity) => [identityOf(entity), entity]),
  )
  const created = await createEntities(tx, [...unknown.values()])
  const createdIds = new Map([...unknown.keys()].map((identity, i) => [identity, created[i] ?? 0]))
  const ids = found.map((entity, i) => resolved[i] ?? createdIds.get(identityOf(entity)) ?? 0)
  await addNames(tx, found, ids)
  await addExternalIds(tx, externalIds, { ids, known: byExternalId })
  await nestPlaces(tx, ids)
  return ids
}

/** Within one article, one name of one kind is one entity: "KYIV, Dec 15" and "Kyiv". */
const identityOf = ({ type, name, place }: FoundEntity): string =>
  [type, foldKey(name), ...placeIdsOf(place).map(({ value }) => value)].join(' ')

function externalIdsOf(
  { name, aliases, type, place }: FoundEntity,
  { hints, sourceSlug }: { hints: ArticleDraft['hints']; sourceSlug: string },
): { scheme: string; value: string }[] {
  const keys = new Set([name, ...aliases].map(foldKey))
  const hint = hints.find((known) => known.type === type && keys.has(foldKey(known.name)))
  return [
    ...(hint?.externalId ? [{ scheme: sourceSlug, value: hint.externalId }] : []),
    ...placeIdsOf(place),
  ]
}

async function entitiesByExternalId(
  tx: Tx,
  wanted: readonly { scheme: string; value: string }[],
): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const schemes = [...new Set(wanted.map(({ scheme }) => scheme))]
  const rows = await tx.externalId.findMany({
    where: {
      OR: schemes.map((scheme) => ({
        scheme,
        value: { in: wanted.filter((id) => id.scheme === scheme).map(({ value }) => value) },
      })),
    },
    select: { scheme: true, value: true, entity: { select: { id: true, mergedIntoId: true } } },
  })
  return new Map(
    rows.map(({ scheme, value, entity }) => [
      `${scheme}:${value}`,
      entity.mergedIntoId ?? entity.id,
    ]),
  )
}

async function candidatesByName(tx: Tx, found: readonly FoundEntity[]): Promise<Candidate[]> {
  const keys = [...new Set(found.map(({ name }) => foldKey(name)))]
  const rows = await tx.entity.findMany({
    where: { aliases: { some: { nameKey: { in: keys } } } },
    select: {
      id: true,
      type: true,
      nameKey: true,
      mergedIntoId: true,
      aliases: { select: { nameKey: true } },
      externalIds: {
        where: { scheme: { in: [GEONAMES, GEONAMES_REGION] } },
        select: { scheme: true, value: true },
      },
    },
  })
  return rows.map(({ id, mergedIntoId, type, nameKey, aliases, externalIds }) => ({
    id: mergedIntoId ?? id,
    type,
    nameKey,
    aliasKeys: new Set(aliases.map((alias) => alias.nameKey)),
    placeIds: externalIds.map(({ scheme, value }) => `${scheme}:${value}`),
  }))
}

function unambiguous(
  { type, name, place }: FoundEntity,
  candidates: readonly Candidate[],
  { previous, meant }: { previous: ReadonlySet<number>; meant: number | null },
): number | null {
  const key = foldKey(name)
  const placeIds = placeIdsOf(place).map(({ scheme, value }) => `${scheme}:${value}`)
  const fitting = candidates.filter(
    (candidate) =>
      candidate.type === type &&
      candidate.aliasKeys.has(key) &&
      (placeIds.length === 0 || candidate.placeIds.every((id) => placeIds.includes(id))),
  )
  if (fitting.some(({ id }) => id === meant)) return meant
  const named = fitting.filter(({ nameKey }) => nameKey === key)
  const ids = new Set((named.length > 0 ? named : fitting).map(({ id }) => id))
  const [only, ...others] = ids
  if (only === undefined || others.length === 0) return only ?? null
  const continued = [...ids].filter((id) => previous.has(id))
  return continued.length === 1 ? (continued[0] ?? null) : null
}

async function createEntities(tx: Tx, found: readonly FoundEntity[]): Promise<number[]> {
  if (found.length === 0) return []
  const names = found.map(({ name }) => name)
  const slugs = await freeSlugs(tx, 'entity', names)
  const rows = await tx.entity.createManyAndReturn({
    data: found.map(({ type, name, jobTitle, place }, i) => ({
      type,
      name,
      nameKey: foldKey(name),
      slug: slugs[i] ?? '',
      jobTitle,
      placeKind: place?.kind ?? null,
      countryCode: place?.countryCode ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    })),
    select: { id: true, slug: true },
  })
  const idOf = new Map(rows.map(({ slug, id }) => [slug, id]))
  return slugs.map((slug) => idOf.get(slug) ?? 0)
}

/** Remembers every form the text used, for the next article. */
async function addNames(
  tx: Tx,
  found: readonly FoundEntity[],
  ids: readonly number[],
): Promise<void> {
  const forms = new Map<
    string,
    { entityId: number; name: string; nameKey: string; kind: 'NAME' | 'SHORT' }
  >()
  for (const [i, { name, aliases }] of found.entries()) {
    const entityId = ids[i] ?? 0
    for (const form of [name, ...aliases]) {
      const nameKey = foldKey(form)
      const id = `${entityId} ${nameKey}`
      if (!forms.has(id)) {
        forms.set(id, { entityId, name: form, nameKey, kind: form === name ? 'NAME' : 'SHORT' })
      }
    }
  }
  const known = await tx.alias.findMany({
    where: {
      entityId: { in: [...new Set(ids)] },
      nameKey: { in: [...forms.values()].map((form) => form.nameKey) },
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
  if (forms.size > 0) await tx.alias.createMany({ data: [...forms.values()] })
}

async function addExternalIds(
  tx: Tx,
  externalIds: readonly (readonly { scheme: string; value: string }[])[],
  { ids, known }: { ids: readonly number[]; known: ReadonlyMap<string, number> },
): Promise<void> {
  const missing = new Map<string, { entityId: number; scheme: string; value: string }>()
  for (const [i, list] of externalIds.entries()) {
    for (const { scheme, value } of list) {
      const id = `${scheme}:${value}`
      if (!known.has(id)) missing.set(id, { entityId: ids[i] ?? 0, scheme, value })
    }
  }
  if (missing.size > 0) await tx.externalId.createMany({ data: [...missing.values()] })
}
