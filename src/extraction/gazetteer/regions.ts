import type { FoundPlace } from '../extractor.ts'
import type { GazetteerPlace } from './gazetteer-place.ts'
import { placeTable } from './place-table.ts'

/** A country or a first-level region, which other places lie in. */
export interface Region {
  /** "UA" for Ukraine, "UA.08" for Kherson region: ISO 3166-1 alpha-2, and the GeoNames code of the region. */
  readonly code: string
  /** Told apart from the town that it is named after: "Kherson region", but "Texas". */
  readonly name: string
  readonly place: FoundPlace
}

interface Regions {
  readonly byCode: ReadonlyMap<string, Region>
  /** Countries and regions: position -> code. */
  readonly codeAt: ReadonlyMap<string, string>
  /** Other places: GeoNames id, or position where there is none, -> code of the region that they lie in. */
  readonly codeAround: ReadonlyMap<number | string, string>
}

/** What first-level regions are called where it is not "region". */
const KIND_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['AU', 'BR', 'DE', 'IN', 'MX', 'MY', 'NG', 'US', 'VE'].map((code) => [code, 'state']),
  ),
  ...Object.fromEntries(
    ['AF', 'AR', 'CA', 'CN', 'CU', 'ID', 'IR', 'TR'].map((code) => [code, 'province']),
  ),
}

/** The code of a place that is itself a country or first-level region of the gazetteer; null for any other place. */
export const regionCodeOf = (place: FoundPlace): string | null =>
  regions().codeAt.get(positionOf(place)) ?? null

/**
 * What a place lies in, nearest first: region and country of a town, country of a region. A place that is not in the
 * gazetteer lies in its country where the text says which; nothing is guessed.
 */
export function regionsAround(place: FoundPlace): Region[] {
  const { kind, countryCode } = place
  if (kind === 'CONTINENT' || kind === 'COUNTRY' || countryCode === null) return []
  const { byCode, codeAround } = regions()
  const around = codeAround.get(keyOf(place))
  return [around, countryCode].flatMap((code) => byCode.get(code ?? '') ?? [])
}

let known: Regions | null = null

/** Read on the first call, in one pass over the table. */
function regions(): Regions {
  known ??= readRegions(placeTable().all())
  return known
}

function readRegions(places: Iterable<GazetteerPlace>): Regions {
  const largest = new Map<string, GazetteerPlace>()
  const codeAround = new Map<number | string, string>()
  const townNames = new Set<string>()
  for (const place of places) {
    const { kind, countryCode, regionCode } = place
    if (countryCode === null) continue
    if (kind === 'CITY') townNames.add(`${countryCode} ${place.name}`)
    const isCountry = kind === 'COUNTRY'
    if (!isCountry && regionCode === null) continue
    const code = isCountry ? countryCode : `${countryCode}.${regionCode}`
    if (isCountry || kind === 'REGION') {
      // French departments bear the code of the region that they are a part of.
      const rival = largest.get(code)
      const [larger, smaller] =
        rival && rival.population >= place.population ? [rival, place] : [place, rival]
      largest.set(code, larger)
      if (smaller) codeAround.set(keyOf(smaller), code)
    } else codeAround.set(keyOf(place), code)
  }
  const byCode = new Map(
    [...largest].map(([code, place]): [string, Region] => {
      const { name, kind, countryCode } = place
      const isNamesake = kind === 'REGION' && townNames.has(`${countryCode} ${name}`)
      const word = KIND_WORDS[countryCode ?? ''] ?? 'region'
      return [code, { code, name: isNamesake ? `${name} ${word}` : name, place }]
    }),
  )
  const codeAt = new Map([...largest].map(([code, place]) => [positionOf(place), code]))
  return { byCode, codeAt, codeAround }
}

const keyOf = (place: FoundPlace): number | string => place.geonamesId ?? positionOf(place)

/** The gazetteer has no two countries or regions in one place. */
const positionOf = ({ kind, countryCode, latitude, longitude }: FoundPlace): string =>
  `${kind} ${countryCode} ${latitude} ${longitude}`
