import type { Tx } from '../db/client.ts'
import { survivorsOf } from './survivors-of.ts'

const FIGURES_AT_ONCE = 500

interface PlaceRow {
  readonly placeId: number
  readonly originId: number
  readonly position: number
}

/**
 * Makes each place of a figure what its origin has become. A figure has a place once: where two were
 * merged, the second row stays with its origin, out of sight, until they are two again.
 *
 * @param originIds places whose merges have changed
 */
export async function settleFigurePlaces(tx: Tx, originIds: readonly number[]): Promise<void> {
  const touched = { places: { some: { originId: { in: [...originIds] } } } }
  for (let last = 0; ; ) {
    const figures = await tx.figure.findMany({
      where: { ...touched, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: FIGURES_AT_ONCE,
      select: {
        id: true,
        places: {
          orderBy: { position: 'asc' },
          select: { placeId: true, originId: true, position: true },
        },
      },
    })
    const survivor = await survivorsOf(
      tx,
      figures.flatMap(({ places }) => places.map(({ originId }) => originId)),
    )
    const moved = figures
      .map(({ id, places }) => ({ id, places, settled: settle(places, survivor) }))
      .filter(({ places, settled }) => places.some(({ placeId }, i) => placeId !== settled[i]))
    await tx.figurePlace.deleteMany({ where: { figureId: { in: moved.map(({ id }) => id) } } })
    await tx.figurePlace.createMany({
      data: moved.flatMap(({ id: figureId, places, settled }) =>
        places.map((row, i) => ({ ...row, figureId, placeId: settled[i] ?? row.originId })),
      ),
    })
    if (figures.length < FIGURES_AT_ONCE) return
    last = figures.at(-1)?.id ?? last
  }
}

/** The place of each row of a figure: what was not merged keeps its own, the others take theirs while it is free. */
export function settle(
  rows: readonly Pick<PlaceRow, 'originId'>[],
  survivor: (id: number) => number,
): number[] {
  const taken = new Set(rows.map(({ originId }) => originId).filter((id) => survivor(id) === id))
  return rows.map(({ originId }) => {
    const place = survivor(originId)
    if (place === originId || taken.has(place)) return originId
    taken.add(place)
    return place
  })
}
