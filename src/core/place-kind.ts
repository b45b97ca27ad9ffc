/** What kind of place a place is. */
export const PLACE_KINDS = [
  'CONTINENT',
  'COUNTRY',
  'REGION',
  'DISTRICT',
  'CITY',
  'STREET',
  'WATER',
  'AREA',
  'FACILITY',
] as const

export type PlaceKind = (typeof PLACE_KINDS)[number]
