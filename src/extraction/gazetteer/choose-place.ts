import type { PlaceKind } from '../extractor.ts'
import type { GazetteerPlace } from './gazetteer-place.ts'

/** What an article says about where a name lies. */
export interface PlaceContext {
  /** ISO country codes -> their share of the article, 0 to 1. */
  readonly countries: ReadonlyMap<string, number>
  /** The place that the text puts it in: "Sieversk in Donetsk region", "Odessa, Texas". */
  readonly container: GazetteerPlace | null
  /** From a kind word: "Donetsk region". */
  readonly kind: PlaceKind | null
}

/** The best reading must lead by this much: four times the population, or a hint. */
const MIN_LEAD = 0.6
/** Two readings this near each other are the same for a map, in degrees. */
const NEAR = 0.5

const KIND_POINTS: Readonly<Partial<Record<PlaceKind, number>>> = {
  CONTINENT: 3,
  COUNTRY: 0.4,
  DISTRICT: -0.5,
}

/**
 * The one place that a name means, or null where nothing fits or several fit as well: a place is
 * never guessed.
 */
export function choosePlace(
  places: readonly GazetteerPlace[],
  context: PlaceContext,
): GazetteerPlace | null {
  const ranked = places
    .filter((place) => fitsKind(place, context.kind))
    .map((place) => ({ place, points: weigh(place, context) }))
    .sort((a, b) => b.points - a.points)
  const [first, second] = ranked
  if (first === undefined) return null
  if (second === undefined || first.points - second.points >= MIN_LEAD) return first.place
  if (contains(first.place, second.place)) return second.place
  if (contains(second.place, first.place) || isNear(first.place, second.place)) return first.place
  return null
}

function fitsKind({ kind }: GazetteerPlace, wanted: PlaceKind | null): boolean {
  switch (wanted) {
    case 'REGION':
      return kind === 'REGION' || kind === 'AREA'
    case 'DISTRICT':
      return kind === 'DISTRICT' || kind === 'REGION'
    case 'CITY':
      return kind === 'CITY' || kind === 'DISTRICT'
    case null:
      return true
    default:
      return kind === wanted
  }
}

function weigh(place: GazetteerPlace, { countries, container }: PlaceContext): number {
  const known = place.countryCode === null ? 0 : (countries.get(place.countryCode) ?? 0)
  return (
    Math.log10(place.population + 1000) +
    (KIND_POINTS[place.kind] ?? (place.population === 0 ? 3 : 0)) +
    (place.capital ? 2 : 0) +
    (known > 0 ? 1 + known : 0) +
    (container === null ? 0 : 4 * sharedLevels(place, container))
  )
}

/** 1 where a place lies in the container, 0.7 where only its country is the same. */
function sharedLevels(place: GazetteerPlace, container: GazetteerPlace): number {
  if (place.countryCode === null || place.countryCode !== container.countryCode) return 0
  if (place.id === container.id) return 0
  const sameRegion = place.regionCode !== null && place.regionCode === container.regionCode
  return container.kind === 'COUNTRY' || container.regionCode === null || sameRegion ? 1 : 0.7
}

/** A region or country that has a town of its own name: Lviv in Lviv. */
const contains = (outer: GazetteerPlace, inner: GazetteerPlace): boolean =>
  outer.kind === 'REGION' &&
  inner.kind === 'CITY' &&
  outer.countryCode === inner.countryCode &&
  (outer.regionCode === inner.regionCode || isNear(outer, inner))

const isNear = (a: GazetteerPlace, b: GazetteerPlace): boolean =>
  Math.abs(a.latitude - b.latitude) < NEAR && Math.abs(a.longitude - b.longitude) < NEAR
