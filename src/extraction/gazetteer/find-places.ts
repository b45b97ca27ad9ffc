import { foldPlaceName } from './fold-place-name.ts'
import type { GazetteerPlace, PlaceMatch } from './gazetteer-place.ts'
import { placeTable } from './place-table.ts'
import { spellOutState } from './us-states.ts'

const LANDMARK_PROMINENCE = 1_000_000
const CACHE_SIZE = 20_000
let cache = new Map<string, readonly PlaceMatch[]>()

/**
 * What a name may mean, most prominent first: continents and countries, then by population.
 * Knows other spellings that are on file ("Kiev"), not misspellings.
 */
export function findPlaces(name: string): readonly PlaceMatch[] {
  const key = foldPlaceName(spellOutState(name) ?? name)
  if (key === '') return []
  let places = cache.get(key)
  if (places === undefined) {
    places = placeTable()
      .find(key)
      .map((place) => ({ ...place, byOwnName: foldPlaceName(place.name) === key }))
      .sort(byProminence)
    if (cache.size >= CACHE_SIZE) cache = new Map()
    cache.set(key, places)
  }
  return places
}

const WORLD_KINDS = new Set(['CONTINENT', 'COUNTRY'])

function byProminence(a: GazetteerPlace, b: GazetteerPlace): number {
  return (
    Number(WORLD_KINDS.has(b.kind)) - Number(WORLD_KINDS.has(a.kind)) ||
    prominenceOf(b) - prominenceOf(a)
  )
}

/** Population; seas and landmarks, which have none, were entered because they are as well known as large cities. */
export const prominenceOf = ({ kind, population }: GazetteerPlace): number =>
  population === 0 && kind !== 'CITY' ? LANDMARK_PROMINENCE : population
