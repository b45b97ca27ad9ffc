import type { PlaceKind } from '../../core/place-kind.ts'

/** One entry of the gazetteer. */
export interface GazetteerPlace {
  /** Position in the table: the same place found under two names has the same number. */
  readonly id: number
  readonly name: string
  readonly kind: PlaceKind
  /** ISO 3166-1 alpha-2; null where it lies in several countries. */
  readonly countryCode: string | null
  /** GeoNames code of the first-level region, unique in its country: "05" for Donetsk region. */
  readonly regionCode: string | null
  /** WGS 84 degrees; of a country or region the centre of its population. */
  readonly latitude: number
  readonly longitude: number
  /** Of a country or region the sum of its places; 0 where unknown. */
  readonly population: number
  readonly geonamesId: number | null
  /** Seat of a national government. */
  readonly capital: boolean
}

/** A place found under a name. */
export interface PlaceMatch extends GazetteerPlace {
  /** Found under the name it is listed by, not under another one that is on file. */
  readonly byOwnName: boolean
}
