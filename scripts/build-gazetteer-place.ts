import type { PlaceKind } from '../src/core/place-kind.ts'

/** A place on its way into the gazetteer. */
export interface SourcePlace {
  readonly name: string
  readonly kind: PlaceKind
  /** Folded names under which it is found. */
  readonly keys: ReadonlySet<string>
  readonly countryCode: string | null
  readonly regionCode: string | null
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly geonamesId: number | null
  /** Seat of a national government. */
  readonly capital: boolean
}

/** A populated place of GeoNames. */
export interface Town extends SourcePlace {
  readonly countryCode: string
  readonly regionCode: string
  /** Second-level division. */
  readonly districtCode: string
  /** Seat of its first-level region, or capital of its country. */
  readonly seat: boolean
  /** Large enough, or important enough, to be an entry of its own. */
  readonly kept: boolean
}

/**
 * Centre of population: the mean of the towns as points on a sphere, weighted by population
 * (so that it works across the 180th meridian).
 */
export function centreOf(towns: readonly Town[]): { latitude: number; longitude: number } {
  let [x, y, z] = [0, 0, 0]
  for (const { latitude, longitude, population } of towns) {
    const weight = Math.max(population, 1)
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
    x += weight * Math.cos(phi) * Math.cos(lambda)
    y += weight * Math.cos(phi) * Math.sin(lambda)
    z += weight * Math.sin(phi)
  }
  return {
    latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude: (Math.atan2(y, x) * 180) / Math.PI,
  }
}

export const populationOf = (towns: readonly Town[]): number =>
  towns.reduce((sum, town) => sum + town.population, 0)

/** Map.groupBy, which Node 20 does not have. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
