import { claimKey } from '../core/claim-key.ts'
import type { Tx } from '../db/client.ts'
import { updateColumn } from '../db/update-column.ts'
import { regroupClaims } from './regroup-claims.ts'
import { survivorsOf } from './survivors-of.ts'

export type FigureWhere = NonNullable<NonNullable<Parameters<Tx['figure']['findMany']>[0]>['where']>

/** Figures read at once: SQLite takes 32,766 parameters in a statement, and memory is not free. */
const CHUNK = 500

/**
 * Brings the claims of these figures up to date, in the transaction that changed the figures: new
 * ones made, changed ones moved, ones that no figure supports any more deleted. To be called after
 * anything that a claim depends on has changed: the figure's state, metric, value, places, claimant
 * or period, the time of its article, the aggregation of its metric, a merge of entities.
 */
export async function updateClaims(tx: Tx, where: FigureWhere): Promise<void> {
  const keys = new Set<string>()
  let last = 0
  for (;;) {
    const figures = await readFigures(tx, where, last)
    const survivor = await survivorsOf(tx, figures.flatMap(entitiesOf))
    const keyed = figures.map((figure) => ({ figure, key: keyOf(figure, survivor) }))
    const changed = keyed.filter(({ figure, key }) => figure.claimKey !== key)
    await updateColumn(
      tx,
      'Figure.claimKey',
      changed.map(({ figure, key }) => ({ id: figure.id, value: key })),
    )
    const fallen = changed.filter(({ key }) => key === null)
    await updateColumn(
      tx,
      'Figure.claimId',
      fallen.map(({ figure }) => ({ id: figure.id, value: null })),
    )
    for (const { figure, key } of keyed) {
      if (key !== null) keys.add(key)
      if (figure.claimKey !== null) keys.add(figure.claimKey)
    }
    if (figures.length < CHUNK) break
    last = figures.at(-1)?.id ?? last
  }
  await regroupClaims(tx, [...keys])
}

const readFigures = (tx: Tx, where: FigureWhere, last: number) =>
  tx.figure.findMany({
    where: {
      AND: [
        where,
        { id: { gt: last } },
        { OR: [{ claimKey: { not: null } }, { current: true, metricId: { not: null } }] },
      ],
    },
    orderBy: { id: 'asc' },
    take: CHUNK,
    select: {
      id: true,
      current: true,
      status: true,
      reviewStatus: true,
      metricId: true,
      value: true,
      minValue: true,
      maxValue: true,
      qualifier: true,
      unit: true,
      population: true,
      attributionKind: true,
      attributionKey: true,
      claimantId: true,
      claimKey: true,
      places: { select: { placeId: true } },
    },
  })

type Row = Awaited<ReturnType<typeof readFigures>>[number]

const entitiesOf = ({ claimantId, places }: Row): number[] => [
  ...places.map(({ placeId }) => placeId),
  ...(claimantId === null ? [] : [claimantId]),
]

/** Null where the figure no longer stands: replaced, retracted, or rejected by a person. */
function keyOf(figure: Row, survivor: (id: number) => number): string | null {
  const stands = figure.current && figure.status === 'CURRENT' && figure.reviewStatus !== 'REJECTED'
  if (!stands) return null
  return claimKey({
    ...figure,
    claimantId: figure.claimantId === null ? null : survivor(figure.claimantId),
    placeIds: figure.places.map(({ placeId }) => survivor(placeId)),
  })
}
