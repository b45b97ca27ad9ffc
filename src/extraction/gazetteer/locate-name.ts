import type { PlaceKind } from '../../core/place-kind.ts'
import type { FoundEntity, FoundPlace } from '../extractor.ts'
import { choosePlace } from './choose-place.ts'
import { findPlaces } from './find-places.ts'

/**
 * What the gazetteer knows of a place that somebody else named: a CMS, another extractor. The
 * countries of the other places in the article decide between places of one name; a place that
 * stays ambiguous gets no coordinates.
 */
export function locateName(
  name: string,
  { kind, others }: { readonly kind: PlaceKind | null; readonly others: readonly FoundEntity[] },
): FoundPlace {
  const places = findPlaces(name)
  const context = { countries: countryShares(others), container: null }
  const found =
    choosePlace(places, { ...context, kind }) ?? choosePlace(places, { ...context, kind: null })
  return {
    kind: found?.kind ?? kind ?? 'AREA',
    countryCode: found?.countryCode ?? null,
    latitude: found?.latitude ?? null,
    longitude: found?.longitude ?? null,
    geonamesId: found?.geonamesId ?? null,
  }
}

/** ISO country codes of the places -> their share, 0 to 1. */
function countryShares(entities: readonly FoundEntity[]): Map<string, number> {
  const codes = entities.flatMap(({ place }) => place?.countryCode ?? [])
  const shares = new Map<string, number>()
  for (const code of codes) shares.set(code, (shares.get(code) ?? 0) + 1 / codes.length)
  return shares
}
