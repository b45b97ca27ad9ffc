/** RFC 7946: longitude first, WGS 84 degrees. */
export interface GeoPoint {
  readonly type: 'Point'
  readonly coordinates: readonly [longitude: number, latitude: number]
}

/** A point, where both coordinates are known. */
export function geoPoint(longitude: number | null, latitude: number | null): GeoPoint | null {
  return longitude === null || latitude === null
    ? null
    : { type: 'Point', coordinates: [longitude, latitude] }
}

/** RFC 7946: points with what is known of them. */
export interface GeoFeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly type: 'Feature'
    readonly geometry: GeoPoint
    readonly properties: Readonly<Record<string, string | number | null>>
  }[]
}
