import type { PlaceKind } from '../src/core/place-kind.ts'
import { foldPlaceName } from '../src/extraction/gazetteer/fold-place-name.ts'
import type { SourcePlace } from './build-gazetteer-place.ts'
import { readSource, splitNames } from './build-gazetteer-sources.ts'

/** World regions, waters and landmarks from sources/areas.txt. */
export function readAreas(): SourcePlace[] {
  return readSource('areas.txt').map((line) => {
    const [names = '', kind, country, coordinates = ''] = line.split('|').map((part) => part.trim())
    const [name = '', ...others] = splitNames(names)
    const [latitude = Number.NaN, longitude = Number.NaN] = coordinates.split(' ').map(Number)
    if (Number.isNaN(latitude + longitude))
      throw new Error(`areas.txt: no coordinates in "${line}"`)
    return {
      name,
      kind: kind as PlaceKind,
      keys: new Set([name, ...others].map(foldPlaceName)),
      countryCode: country === '-' || country === undefined ? null : country,
      regionCode: null,
      latitude,
      longitude,
      population: 0,
      geonamesId: null,
      capital: false,
    }
  })
}
