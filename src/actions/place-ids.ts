import type { FoundPlace } from '../extraction/extractor.ts'
import { regionCodeOf } from '../extraction/gazetteer/regions.ts'

/** Schemes of the external ids that places have from the gazetteer. */
export const GEONAMES = 'geonames'
/** "UA", "UA.08": ISO 3166-1 alpha-2 and the GeoNames code of the first-level region. */
export const GEONAMES_REGION = 'geonames-region'

/** What makes a place this one, whatever it is called: "U.S." and "United States" are both "US". */
export function placeIdsOf(place: FoundPlace | null): { scheme: string; value: string }[] {
  if (place === null) return []
  const region = regionCodeOf(place)
  return [
    ...(place.geonamesId === null ? [] : [{ scheme: GEONAMES, value: String(place.geonamesId) }]),
    ...(region === null ? [] : [{ scheme: GEONAMES_REGION, value: region }]),
  ]
}
