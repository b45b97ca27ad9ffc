import { type ClaimGroup, groupByClaim } from '../core/claim-groups.ts'
import { comparableUnit } from '../core/comparable-unit.ts'
import type { Tx } from '../db/client.ts'
import { insertRows, insertRowsWithIds } from '../db/insert-rows.ts'
import { updateColumn } from '../db/update-column.ts'
import { survivorsOf } from './survivors-of.ts'

const KEYS_AT_ONCE = 200

/**
 * Makes the claims of these keys what the figures of these keys say. A claim whose figures now make
 * one of another identity keeps its id. For figures that are deleted: collect their keys before.
 */
export async function regroupClaims(tx: Tx, keys: readonly string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += KEYS_AT_ONCE) {
    await regroup(tx, keys.slice(i, i + KEYS_AT_ONCE))
  }
}

async function regroup(tx: Tx, keys: readonly string[]): Promise<void> {
  const groups = groupByClaim(await readFigures(tx, keys))
  const stored = await tx.claim.findMany({
    where: { key: { in: [...keys] } },
    select: { id: true, identity: true },
    orderBy: { id: 'asc' },
  })
  const ids = matchRows(groups, stored)
  const kept = new Set(ids)
  const obsolete = stored.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  if (obsolete.length > 0) await tx.claim.deleteMany({ where: { id: { in: obsolete } } })

  const survivor = await survivorsOf(
    tx,
    groups.flatMap(({ figures: [first] }) => (first ? entitiesOf(first) : [])),
  )
  const identities = new Map(stored.map(({ id, identity }) => [id, identity]))
  const claimIds = await writeClaims(
    tx,
    groups.map((group, i) => ({ id: ids[i] ?? null, ...claimOf(group, survivor) })),
    identities,
  )
  const moved = groups.flatMap(({ figures }, i) => {
    const value = claimIds[i] ?? null
    return figures.flatMap(({ id, claimId }) => (claimId === value ? [] : [{ id, value }]))
  })
  await updateColumn(tx, 'Figure.claimId', moved)
}

async function readFigures(tx: Tx, keys: readonly string[]) {
  const rows = await tx.figure.findMany({
    where: { claimKey: { in: [...keys] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      orderedAt: true,
      metricId: true,
      metric: { select: { aggregation: true } },
      value: true,
      minValue: true,
      maxValue: true,
      orderValue: true,
      unit: true,
      periodStart: true,
      periodEnd: true,
      periodPrecision: true,
      attributionKind: true,
      claimantId: true,
      claimId: true,
      claimKey: true,
      places: { select: { placeId: true } },
    },
  })
  return rows.map(({ orderedAt, metric, periodStart, periodEnd, periodPrecision, ...row }) => ({
    ...row,
    key: row.claimKey ?? '',
    aggregation: metric?.aggregation ?? 'FLOW',
    reportedAt: orderedAt,
    period:
      periodStart && periodEnd && periodPrecision
        ? { start: periodStart, end: periodEnd, precision: periodPrecision }
        : null,
  }))
}

type Row = Awaited<ReturnType<typeof readFigures>>[number]

const entitiesOf = ({ claimantId, places }: Row): number[] => [
  ...places.map(({ placeId }) => placeId),
  ...(claimantId === null ? [] : [claimantId]),
]

/** The stored row of each group: the one of its identity, or else one that its figures supported. */
function matchRows(
  groups: readonly ClaimGroup<Row>[],
  stored: readonly { id: number; identity: string }[],
): (number | undefined)[] {
  const byIdentity = new Map(stored.map(({ id, identity }) => [identity, id]))
  const exact = groups.map(({ identity }) => byIdentity.get(identity))
  const free = new Set(stored.map(({ id }) => id))
  for (const id of exact) if (id !== undefined) free.delete(id)
  return groups.map(({ figures }, i) => {
    const known =
      exact[i] ?? figures.find(({ claimId }) => claimId !== null && free.has(claimId))?.claimId
    if (known == null) return undefined
    free.delete(known)
    return known
  })
}

interface ClaimRow {
  /** Of the stored one, null for a new one. */
  readonly id: number | null
  readonly columns: ReturnType<typeof claimOf>['columns']
  readonly placeIds: readonly number[]
}

/** What a claim says, read from the first of its figures. */
function claimOf(
  { identity, key, period, figures }: ClaimGroup<Row>,
  survivor: (id: number) => number,
) {
  const [first] = figures
  if (first === undefined || first.metricId === null) throw new Error('A claim has no figure.')
  const { attributionKind, claimantId } = first
  const isAttributed = attributionKind !== 'ARTICLE_VOICE' && claimantId !== null
  const columns = {
    identity,
    key,
    metricId: first.metricId,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    periodPrecision: period?.precision ?? null,
    claimantId: isAttributed ? survivor(claimantId) : null,
    value: first.value,
    minValue: first.minValue,
    maxValue: first.maxValue,
    orderValue: first.orderValue,
    unit: comparableUnit(first.unit),
  }
  const placeIds = [...new Set(first.places.map(({ placeId }) => survivor(placeId)))]
  return { columns, placeIds }
}

/** Stores the claims whose identity is not the stored one; the ids of all, in order. */
async function writeClaims(
  tx: Tx,
  claims: readonly ClaimRow[],
  identities: ReadonlyMap<number, string>,
): Promise<number[]> {
  const added = claims.filter(({ id }) => id === null)
  const newIds = await insertRowsWithIds(
    tx,
    'Claim',
    added.map(({ columns }) => columns),
  )
  const addedIds = new Map(added.map((claim, i) => [claim, newIds[i] ?? 0]))
  const ids = claims.map((claim) => claim.id ?? addedIds.get(claim) ?? 0)

  const changed = claims.flatMap(({ id, columns, placeIds }) =>
    id !== null && identities.get(id) !== columns.identity ? [{ id, columns, placeIds }] : [],
  )
  for (const { id, columns } of changed) {
    await tx.claim.update({
      where: { id },
      data: { ...columns, places: { deleteMany: {} } },
      select: { id: true },
    })
  }
  const isChanged = new Set([...newIds, ...changed.map(({ id }) => id)])
  const places = claims.flatMap(({ placeIds }, i) => {
    const claimId = ids[i] ?? 0
    return isChanged.has(claimId) ? placeIds.map((placeId) => ({ claimId, placeId })) : []
  })
  await insertRows(tx, 'ClaimPlace', places)
  return ids
}
