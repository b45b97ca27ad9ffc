import type { Db } from '../db/client.ts'
import { type Viewer, visibleExternalId } from '../db/visibility.ts'

/** Of one figure; more places than a sentence names. */
const MAX_PLACES = 50

export const entityColumns = (viewer: Viewer) =>
  ({
    select: {
      type: true,
      slug: true,
      name: true,
      jobTitle: true,
      placeKind: true,
      countryCode: true,
      latitude: true,
      longitude: true,
      externalIds: {
        where: visibleExternalId(viewer),
        orderBy: { id: 'asc' },
        take: 100,
        select: { scheme: true, value: true },
      },
    },
  }) as const

/**
 * What exports tell of a figure.
 *
 * @param entity what they tell of its claimant and its places
 */
export const figureColumns = <Columns extends object>(entity: Columns) =>
  ({
    select: {
      id: true,
      field: true,
      start: true,
      end: true,
      exact: true,
      prefix: true,
      suffix: true,
      value: true,
      minValue: true,
      maxValue: true,
      valueText: true,
      qualifier: true,
      unit: true,
      population: true,
      periodStart: true,
      periodEnd: true,
      periodPrecision: true,
      attributionKind: true,
      attributionLabel: true,
      attributionVia: true,
      confidence: true,
      reviewStatus: true,
      status: true,
      claimId: true,
      orderedAt: true,
      metric: { select: { key: true, label: true, aggregation: true } },
      claimant: entity,
      places: {
        where: { place: { mergedIntoId: null } },
        orderBy: { position: 'asc' },
        take: MAX_PLACES,
        select: { place: entity },
      },
      article: {
        select: {
          slug: true,
          headline: true,
          canonicalUrl: true,
          publishedAt: true,
          source: { select: { slug: true, name: true } },
        },
      },
    },
  }) as const

/** Figures by id, read together. The caller holds them, so it may see them. */
export function readFigures(db: Db, viewer: Viewer, ids: readonly number[]) {
  return db.figure.findMany({
    where: { id: { in: [...ids] } },
    ...figureColumns(entityColumns(viewer)),
  })
}

export type ExportedFigure = Awaited<ReturnType<typeof readFigures>>[number]
export type ExportedEntity = ExportedFigure['places'][number]['place']
