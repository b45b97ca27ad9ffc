import { findConflicts } from '../core/conflicts.ts'
import type { ReportedClaim } from '../core/reported-claim.ts'
import { articlesLinked } from './articles-linked.ts'
import { claimFacts } from './claim-facts.ts'
import type { Db } from './client.ts'
import { readSeries, type SeriesSelection } from './read-series.ts'
import type { Viewer } from './visibility.ts'

/** All that a chart of a series shows: the points, where claimants contradict each other, and what everyone is called. */
export async function readChart(db: Db, viewer: Viewer, selection: SeriesSelection) {
  const series = await readSeries(db, viewer, selection)
  const { claims, points } = series
  const articleIds = claims.flatMap((claim) => claim.articleIds)
  const mayBeOneEvent = await articlesLinked(db, articleIds)
  const entityIds = [
    ...claims.flatMap(({ claimantId }) => claimantId ?? []),
    ...points.flatMap(({ placeIds }) => placeIds),
  ]
  const entities = await db.entity.findMany({
    where: { id: { in: [...new Set(entityIds)] } },
    select: { id: true, name: true },
  })
  return {
    ...series,
    conflicts: findConflicts(claims, mayBeOneEvent),
    names: new Map(entities.map(({ id, name }) => [id, name])),
    words: await unnamedClaimants(db, viewer, claims),
  }
}

export type ChartData = Awaited<ReturnType<typeof readChart>>

/** What unnamed claimants are called in the first report of one of their claims, by their key. */
async function unnamedClaimants(
  db: Db,
  viewer: Viewer,
  claims: readonly ReportedClaim[],
): Promise<Map<string, string>> {
  const keys = new Map(
    claims.flatMap(({ id, claimant, claimantId }) =>
      claimantId === null && claimant !== null ? [[claimant, id] as const] : [],
    ),
  )
  if (keys.size === 0) return new Map()
  const facts = await claimFacts(db, viewer, [...keys.values()])
  const figures = await db.figure.findMany({
    where: { id: { in: [...facts.values()].map(({ firstFigureId }) => firstFigureId) } },
    select: { claimId: true, attributionLabel: true },
  })
  const labels = new Map(
    figures.map(({ claimId, attributionLabel }) => [claimId, attributionLabel]),
  )
  return new Map([...keys].map(([key, id]) => [key, labels.get(id) ?? key]))
}
