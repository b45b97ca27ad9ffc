import type { PlaceKind } from '../../core/place-kind.ts'
import { prominenceOf } from './find-places.ts'
import type { GazetteerPlace, PlaceMatch } from './gazetteer-place.ts'

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

/** A region's namesake has at least this share of its people; "Delaware" is not Delaware City. */
const MIN_SHARE = 0.05
/** Regions that news calls by the name of their town: "Gaza" is the strip, the town is "Gaza City". */
const KNOWN_BY_TOWN = new Set(['Gaza Strip'])

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
  places: readonly PlaceMatch[],
  context: PlaceContext,
): GazetteerPlace | null {
  const ranked = places
    .filter((place) => fitsKind(place, context.kind))
    .map((place) => ({ place, points: weigh(place, context) }))
    .sort((a, b) => b.points - a.points)
  const [first] = ranked
  if (first === undefined) return null
  const town = ranked.find(({ place }) => isNamesake(first.place, place))?.place
  const chosen = town ?? first.place
  const rival = ranked.find(({ place }) => place !== first.place && !isSame(place, chosen))
  return rival === undefined || first.points - rival.points >= MIN_LEAD ? chosen : null
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

function weigh(place: PlaceMatch, { countries, container }: PlaceContext): number {
  const known = place.countryCode === null ? 0 : (countries.get(place.countryCode) ?? 0)
  return (
    Math.log10(prominenceOf(place) + 1000) +
    (KIND_POINTS[place.kind] ?? 0) +
    (place.byOwnName ? 0.2 : 0) +
    (place.capital ? 2 : 0) +
    (known > 0 ? 1 + known : 0) +
    (container === null ? 0 : 6 * sharedLevels(place, container))
  )
}

/** 1 where a place lies in the container, 0.3 where only its country is the same. */
function sharedLevels(place: GazetteerPlace, container: GazetteerPlace): number {
  if (place.countryCode === null || place.countryCode !== container.countryCode) return 0
  if (place.id === container.id) return 0
  const sameRegion = place.regionCode !== null && place.regionCode === container.regionCode
  return container.kind === 'COUNTRY' || container.regionCode === null || sameRegion ? 1 : 0.3
}

/** The town that a region is named after: without a kind word, "Lviv" is the town. */
const isNamesake = (region: GazetteerPlace, town: GazetteerPlace): boolean =>
  !KNOWN_BY_TOWN.has(region.name) &&
  isIn(region, town) &&
  town.population > MIN_SHARE * region.population

const isSame = (a: GazetteerPlace, b: GazetteerPlace): boolean =>
  isIn(a, b) || isIn(b, a) || isNear(a, b)

const isIn = (region: GazetteerPlace, town: GazetteerPlace): boolean =>
  region.kind === 'REGION' &&
  town.kind === 'CITY' &&
  region.countryCode === town.countryCode &&
  (region.regionCode === town.regionCode || isNear(region, town))

const isNear = (a: GazetteerPlace, b: GazetteerPlace): boolean =>
  Math.abs(a.latitude - b.latitude) < NEAR && Math.abs(a.longitude - b.longitude) < NEAR
