import { type ClaimGroup, groupByClaim } from '../core/claim-groups.ts'
import { comparableUnit } from '../core/comparable-unit.ts'
import type { Tx } from '../db/client.ts'
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
  for (const [i, group] of groups.entries()) {
    const id = await writeClaim(tx, group, { id: ids[i] ?? null, identities, survivor })
    const moved = group.figures.filter(({ claimId }) => claimId !== id).map((figure) => figure.id)
    if (moved.length > 0) {
      await tx.figure.updateMany({ where: { id: { in: moved } }, data: { claimId: id } })
    }
  }
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

async function writeClaim(
  tx: Tx,
  { identity, key, period, figures }: ClaimGroup<Row>,
  {
    id,
    identities,
    survivor,
  }: {
    id: number | null
    identities: ReadonlyMap<number, string>
    survivor: (id: number) => number
  },
): Promise<number> {
  const [first] = figures
  if (first === undefined || first.metricId === null) throw new Error('A claim has no figure.')
  if (id !== null && identities.get(id) === identity) return id
  const { attributionKind, claimantId } = first
  const isAttributed = attributionKind !== 'ARTICLE_VOICE' && claimantId !== null
  const data = {
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
  const places = { create: placeIds.map((placeId) => ({ placeId })) }
  const claim =
    id === null
      ? await tx.claim.create({ data: { ...data, places }, select: { id: true } })
      : await tx.claim.update({
          where: { id },
          data: { ...data, places: { deleteMany: {}, ...places } },
          select: { id: true },
        })
  return claim.id
}
