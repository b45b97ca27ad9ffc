import { InvalidInputError } from './app-error.ts'

/** WGS 84 degrees. Where `west` is more than `east`, the box lies across the antimeridian. */
export interface Box {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** All within so many kilometres of a point. */
export interface Circle extends Point {
  readonly km: number
}

/** Mean radius of the earth, IUGG. */
const RADIUS_KM = 6371.0088
/** Half way round the earth: nothing is farther. */
const MAX_KM = 20_038
const DEGREE = Math.PI / 180

/** Throws InvalidInputError for what is no box. */
export function checkBox({ south, west, north, east }: Box): void {
  checkDegrees({ south, north }, { limit: 90, path: 'box' })
  checkDegrees({ west, east }, { limit: 180, path: 'box' })
  if (south > north) {
    throw new InvalidInputError(`"south" is ${south}, but must not be above "north".`, 'box')
  }
}

/** Throws InvalidInputError for what is no circle on the earth. */
export function checkCircle({ latitude, longitude, km }: Circle): void {
  checkDegrees({ latitude }, { limit: 90, path: 'near' })
  checkDegrees({ longitude }, { limit: 180, path: 'near' })
  if (km < 0 || km > MAX_KM) {
    throw new InvalidInputError(`"km" is ${km}, but must be between 0 and ${MAX_KM}.`, 'near')
  }
}

function checkDegrees(
  degrees: Readonly<Record<string, number>>,
  { limit, path }: { limit: number; path: string },
): void {
  for (const [name, value] of Object.entries(degrees)) {
    if (Math.abs(value) > limit) {
      throw new InvalidInputError(
        `"${name}" is ${value}, but must be between -${limit} and ${limit} degrees.`,
        path,
      )
    }
  }
}

/** Great-circle distance by the haversine formula, in kilometres; the earth taken for a sphere (off by 0.5 % at most). */
export function distanceKm(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin((degrees * DEGREE) / 2) ** 2
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * DEGREE) * Math.cos(b.latitude * DEGREE) * half(b.longitude - a.longitude)
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A little more than what is computed, so that rounding leaves nothing out. */
const MARGIN = 1e-6

/**
 * The smallest box around a circle. One around a pole has all longitudes. After Jan Philip Matuschek, "Finding points within
 * a distance of a latitude/longitude using bounding coordinates".
 */
export function boxAround({ latitude, longitude, km }: Circle): Box {
  const angle = km / RADIUS_KM
  const south = latitude - angle / DEGREE - MARGIN
  const north = latitude + angle / DEGREE + MARGIN
  if (south <= -90 || north >= 90) {
    return { south: Math.max(south, -90), north: Math.min(north, 90), west: -180, east: 180 }
  }
  const reach =
    Math.asin(Math.min(1, Math.sin(angle) / Math.cos(latitude * DEGREE))) / DEGREE + MARGIN
  if (reach >= 180) return { south, north, west: -180, east: 180 }
  return { south, north, west: wrap(longitude - reach), east: wrap(longitude + reach) }
}

function wrap(longitude: number): number {
  if (longitude < -180) return longitude + 360
  return longitude > 180 ? longitude - 360 : longitude
}
