import { type GeoPoint, geoPoint } from '../core/geo-json.ts'
import type { FigureRow } from './figure-rows.ts'
import type { PlaceRow } from './place-rows.ts'
import type { Rows } from './rows.ts'

interface MultiPoint {
  readonly type: 'MultiPoint'
  readonly coordinates: readonly GeoPoint['coordinates'][]
}

export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: GeoPoint | MultiPoint
  readonly properties: object
}

/** Rows as a FeatureCollection (RFC 7946), a feature a line; those without a known place are left out. */
export async function* geoJsonText<Row>(
  rows: Rows<Row>,
  toFeature: (row: Row) => Feature | null,
): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const page of rows.pages()) {
    let text = ''
    for (const row of page) {
      const feature = toFeature(row)
      if (feature === null) continue
      text += separator + JSON.stringify(feature)
      separator = ',\n'
    }
    if (text !== '') yield text
  }
  yield '\n]}\n'
}

/** A figure where it applies: a point, or several. */
export function figureFeature({ id, places, ...properties }: FigureRow): Feature | null {
  const points = places.flatMap(({ longitude, latitude }) => geoPoint(longitude, latitude) ?? [])
  const [first, ...others] = points
  if (first === undefined) return null
  const geometry: Feature['geometry'] =
    others.length === 0
      ? first
      : { type: 'MultiPoint', coordinates: points.map(({ coordinates }) => coordinates) }
  const named = places.map(({ slug, name }) => ({ slug, name }))
  return { type: 'Feature', id, geometry, properties: { ...properties, places: named } }
}

export function placeFeature({ latitude, longitude, ...properties }: PlaceRow): Feature | null {
  const geometry = geoPoint(longitude, latitude)
  return geometry && { type: 'Feature', id: properties.slug, geometry, properties }
}
