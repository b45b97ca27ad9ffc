import { InvalidInputError } from '../core/app-error.ts'
import {
  type Box,
  boxAround,
  type Circle,
  checkBox,
  checkCircle,
  distanceKm,
} from '../core/geo-area.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client/client.ts'

/** More places than a query can name. */
const MAX_PLACES = 5_000

/** Places whose coordinates are in the box, its edges included. */
export function inBox(box: Box): Prisma.EntityWhereInput {
  checkBox(box)
  return boxWhere(box)
}

function boxWhere({ south, west, north, east }: Box): Prisma.EntityWhereInput {
  const latitude = { gte: south, lte: north }
  if (west <= east) return { latitude, longitude: { gte: west, lte: east } }
  return { latitude, OR: [{ longitude: { gte: west } }, { longitude: { lte: east } }] }
}

/** A circle, and the ids of the places in it once they are read. */
export interface NearFilter extends Circle {
  readonly ids?: readonly number[] | null | undefined
}

/** Throws where `readCircles` has not been called on the filter. */
export function inCircle({ ids }: NearFilter): Prisma.EntityWhereInput {
  if (ids == null) throw new Error('"near" of a filter was not read from the database.')
  return { id: { in: [...ids] } }
}

/**
 * The filter with the places of each `near` in it, at any depth: a distance is not a condition that a database has an index
 * for, so the places are found by their box and measured here. Throws InvalidInputError where they are too many.
 */
export async function readCircles<Filter>(db: Db, filter: Filter): Promise<Filter> {
  if (typeof filter !== 'object' || filter === null || filter instanceof Date) return filter
  if (Array.isArray(filter)) return filter
  const entries = Object.entries(filter).map(async ([name, value]: [string, unknown]) => [
    name,
    name === 'near' && value != null
      ? await readCircle(db, value as Circle)
      : await readCircles(db, value),
  ])
  return Object.fromEntries(await Promise.all(entries)) as Filter
}

async function readCircle(db: Db, circle: Circle): Promise<NearFilter> {
  checkCircle(circle)
  const rows = await db.entity.findMany({
    where: { type: 'PLACE', mergedIntoId: null, ...boxWhere(boxAround(circle)) },
    select: { id: true, latitude: true, longitude: true },
  })
  const ids = rows.flatMap(({ id, latitude, longitude }) =>
    latitude !== null &&
    longitude !== null &&
    distanceKm(circle, { latitude, longitude }) <= circle.km
      ? [id]
      : [],
  )
  if (ids.length > MAX_PLACES) {
    throw new InvalidInputError(
      `More than ${MAX_PLACES} places are within ${circle.km} km: choose fewer, or a "box".`,
      'near',
    )
  }
  return { ...circle, ids }
}
