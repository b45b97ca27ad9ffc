import { NotFoundError } from '../../core/app-error.ts'
import { type GeoFeatureCollection, geoPoint } from '../../core/geo-json.ts'
import { findMetric } from '../../db/find-metric.ts'
import { findPlace, lyingIn, placesWithin } from '../../db/find-place.ts'
import { builder } from '../builder.ts'
import { type Aggregate, FigureAggregateType } from './figure-aggregate.ts'
import { readAggregates } from './figure-aggregates.ts'

/** More than a map can show at once. */
const MAX_PLACES = 500
/** What a map is taken to have, for the cost of a query. */
const PLACES_TO_EXPECT = 50

const FiguresByPlaceType = builder
  .objectRef<{ readonly places: readonly Aggregate[] }>('FiguresByPlace')
  .implement({
    description: 'What is claimed of one metric, place by place.',
    fields: (t) => ({
      places: t.field({
        type: [FigureAggregateType],
        description: 'Most claims first, at most 500. A claim about two places stands at both.',
        complexity: { field: 1, multiplier: PLACES_TO_EXPECT },
        resolve: ({ places }) => places,
      }),
      geoJSON: t.field({
        type: 'GeoJSON',
        description:
          'The same as a FeatureCollection, for a map: places whose coordinates are known, with slug, name, claimCount, articleCount, min, max and latest value.',
        resolve: async ({ places }, _args, { db }): Promise<GeoFeatureCollection> => {
          const rows = await db.entity.findMany({
            where: { id: { in: places.flatMap(({ placeId }) => placeId ?? []) } },
            select: { id: true, slug: true, name: true, longitude: true, latitude: true },
          })
          const byId = new Map(rows.map((row) => [row.id, row]))
          return {
            type: 'FeatureCollection',
            features: places.flatMap((place) => {
              const row = byId.get(place.placeId ?? 0)
              const geometry = row ? geoPoint(row.longitude, row.latitude) : null
              if (!row || !geometry) return []
              const { claims, articleCount, min, max, latest } = place
              return [
                {
                  type: 'Feature',
                  geometry,
                  properties: {
                    slug: row.slug,
                    name: row.name,
                    unit: latest.unit,
                    claimCount: claims.length,
                    articleCount,
                    min,
                    max,
                    latest: latest.value,
                  },
                },
              ]
            }),
          }
        },
      }),
    }),
  })

builder.queryField('figuresByPlace', (t) =>
  t.field({
    type: FiguresByPlaceType,
    description: 'One metric on the map.',
    args: {
      metric: t.arg.string({ required: true, description: 'Its key: "people-killed".' }),
      from: t.arg({ type: 'DateTime', description: 'Only from this moment.' }),
      to: t.arg({ type: 'DateTime', description: 'Only before this moment.' }),
      within: t.arg.string({
        description: 'Slug of a place: only that one and the places inside it.',
      }),
    },
    resolve: async (_root, { metric: key, from, to, within }, context) => {
      const metric = await findMetric(context.db, context.viewer, key)
      if (metric === null) {
        throw new NotFoundError(`There is no metric "${key}": "metrics" lists those there are.`)
      }
      const selection = { metricId: metric.id, from: from ?? null, to: to ?? null }
      if (within == null) {
        const places = await readAggregates(context, selection, 'PLACE')
        return { places: places.slice(0, MAX_PLACES) }
      }
      const around = await findPlace(context.db, context.viewer, within)
      if (around === null) {
        throw new NotFoundError(`There is no place "${within}": "places" lists those there are.`)
      }
      const where = { places: { some: { place: lyingIn(around.id) } } }
      const groups = await readAggregates(context, { ...selection, where }, 'PLACE')
      const inside = await placesWithin(
        context.db,
        around.id,
        groups.flatMap(({ placeId }) => placeId ?? []),
      )
      const places = groups.filter(({ placeId }) => placeId !== null && inside.has(placeId))
      return { places: places.slice(0, MAX_PLACES) }
    },
  }),
)
