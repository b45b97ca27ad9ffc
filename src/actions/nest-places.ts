import { foldKey } from '../core/fold-key.ts'
import { groupBy } from '../core/group-by.ts'
import type { Db, Tx } from '../db/client.ts'
import { type Region, regionsAround } from '../extraction/gazetteer/regions.ts'
import { newEntitySlugs } from './entity-slugs.ts'
import { GEONAMES, GEONAMES_REGION } from './place-ids.ts'
import { survivorsOf } from './survivors-of.ts'
import { nameKeys } from './write-names.ts'

/**
 * Gives each of these places that has no parent the region or country that it lies in, where the gazetteer knows it. Regions
 * and countries that are not stored yet are created; whoever may see a place in them may see them. A place that a person
 * decided about stays as it is.
 */
export async function nestPlaces(
  tx: Tx,
  ids: readonly number[],
  { isPublic }: { readonly isPublic: boolean },
): Promise<void> {
  const places = await tx.entity.findMany({
    where: {
      id: { in: [...new Set(ids)] },
      type: 'PLACE',
      placeKind: { notIn: ['CONTINENT', 'COUNTRY'] },
      countryCode: { not: null },
      parentId: null,
      mergedIntoId: null,
      reviewStatus: 'UNREVIEWED',
    },
    select: {
      id: true,
      placeKind: true,
      countryCode: true,
      latitude: true,
      longitude: true,
      externalIds: { where: { scheme: GEONAMES }, select: { value: true }, take: 1 },
    },
  })
  const nested = places.map(({ id, placeKind, externalIds, ...place }) => {
    const geonamesId = externalIds[0] === undefined ? null : Number(externalIds[0].value)
    return { id, around: regionsAround({ ...place, kind: placeKind ?? 'AREA', geonamesId }) }
  })
  const regions = new Map(nested.flatMap(({ around }) => around.map((one) => [one.code, one])))
  if (regions.size === 0) return
  const idOf = await regionIds(tx, [...regions.values()], { isPublic })
  const parents = nested.flatMap(({ id, around }) => {
    const parent = around.map(({ code }) => idOf.get(code)).find((one) => one !== id)
    return parent === undefined ? [] : { id, parent }
  })
  for (const [parentId, children] of groupBy(parents, ({ parent }) => parent)) {
    await tx.entity.updateMany({
      where: { id: { in: children.map(({ id }) => id) } },
      data: { parentId },
    })
  }
}

const IDS_AT_ONCE = 500

/** The same for all places that were stored before; a run that was stopped is finished by the next. */
export async function nestStoredPlaces(db: Db): Promise<void> {
  for (let last = 0; ; ) {
    const places = await db.entity.findMany({
      where: { type: 'PLACE', parentId: null, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: IDS_AT_ONCE,
      select: { id: true },
    })
    const ids = places.map(({ id }) => id)
    if (ids.length === 0) return
    await db.$transaction((tx) => nestPlaces(tx, ids, { isPublic: true }), {
      maxWait: 60_000,
      timeout: 60_000,
    })
    last = ids.at(-1) ?? last
  }
}

/** Code -> entity. */
async function regionIds(
  tx: Tx,
  regions: readonly Region[],
  { isPublic }: { readonly isPublic: boolean },
): Promise<Map<string, number>> {
  const rows = await tx.externalId.findMany({
    where: { scheme: GEONAMES_REGION, value: { in: regions.map(({ code }) => code) } },
    select: { value: true, entityId: true },
  })
  const survivor = await survivorsOf(
    tx,
    rows.map(({ entityId }) => entityId),
  )
  const known = new Map(rows.map(({ value, entityId }) => [value, survivor(entityId)]))
  const missing = regions.filter(({ code }) => !known.has(code))
  for (const region of missing) {
    const id = (await storedRegion(tx, region)) ?? (await createRegion(tx, region, { isPublic }))
    await tx.externalId.create({
      data: { entityId: id, scheme: GEONAMES_REGION, value: region.code },
    })
    known.set(region.code, id)
  }
  // What was created lies in its country.
  await nestPlaces(
    tx,
    missing.flatMap(({ code }) => known.get(code) ?? []),
    { isPublic },
  )
  return known
}

/** A region that was stored before regions had codes. */
async function storedRegion(tx: Tx, { place }: Region): Promise<number | null> {
  const { kind, countryCode, latitude, longitude } = place
  const row = await tx.entity.findFirst({
    where: { type: 'PLACE', placeKind: kind, countryCode, latitude, longitude, mergedIntoId: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return row?.id ?? null
}

async function createRegion(
  tx: Tx,
  { name, place }: Region,
  { isPublic }: { readonly isPublic: boolean },
): Promise<number> {
  const { kind: placeKind, countryCode, latitude, longitude } = place
  const nameKey = foldKey(name)
  const [slug] = await newEntitySlugs(tx, [name], { isPublic })
  const { id } = await tx.entity.create({
    data: {
      type: 'PLACE',
      slug: slug?.slug ?? '',
      slugKey: slug?.slugKey ?? null,
      name,
      nameKey,
      placeKind,
      countryCode,
      latitude,
      longitude,
      aliases: { create: { name, ...nameKeys('PLACE', name), fromAuthority: true } },
    },
    select: { id: true },
  })
  return id
}
