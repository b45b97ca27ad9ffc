import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldPlaceName } from '../src/extraction/gazetteer/fold-place-name.ts'
import type { SourcePlace, Town } from './build-gazetteer-place.ts'
import { centreOf, groupBy, populationOf } from './build-gazetteer-place.ts'
import { readSource, splitNames } from './build-gazetteer-sources.ts'

/** A region named only after its largest town is an entry when it has this many people. */
const MIN_POPULATION = 50_000
/** A region in which one town has this share of the people is that town: Berlin, Moscow, Kyiv. */
const CITY_STATE = 0.95
const MIN_CITY_STATE = 500_000
/** Where GeoNames codes are ISO 3166-2 codes; elsewhere the two are matched by name. */
const ISO_CODES = new Set(['US', 'CH', 'BE', 'ME'])
const KIND_WORDS =
  / (?:province|oblast|region|district|governorate|county|department|municipality|prefecture|state)$/

interface Region {
  readonly code: string
  readonly towns: readonly Town[]
  readonly seat: Town
}

/** First-level regions: names from sources/regions.txt, else CLDR, else the seat's. French departments too. */
export function readRegions(packages: string, towns: readonly Town[]): SourcePlace[] {
  const regions = [...groupBy(towns, (town) => `${town.countryCode}.${town.regionCode}`)].map(
    ([code, own]): Region => ({ code, towns: own, seat: seatOf(own) }),
  )
  const byHand = namesByHand(towns)
  const cldr = cldrSubdivisions(packages)
  const byCldr = matchCldr(regions, cldr)
  const places = regions.flatMap((region) => {
    const names = byHand.get(region.code) ?? byCldr.get(region.code)
    const population = populationOf(region.towns)
    if (names === undefined && population < MIN_POPULATION) return []
    if (isCityState(region.towns) && !byHand.has(region.code)) return []
    return [toPlace(region.towns, names ?? [region.seat.name])]
  })
  return [...places, ...frenchDepartments(towns, cldr)]
}

/** The largest seat, or the largest town where none is marked. */
function seatOf(towns: readonly Town[]): Town {
  const byRank = towns.toSorted(
    (a, b) => Number(b.seat) - Number(a.seat) || b.population - a.population,
  )
  const [seat] = byRank
  if (seat === undefined) throw new Error('a region without towns')
  return seat
}

function isCityState(towns: readonly Town[]): boolean {
  const largest = Math.max(...towns.map((town) => town.population))
  return largest > MIN_CITY_STATE && largest > CITY_STATE * populationOf(towns)
}

function toPlace(towns: readonly Town[], names: readonly string[]): SourcePlace {
  const [name = '', first] = [names[0], towns[0]]
  const keys = new Set(names.map(foldPlaceName))
  for (const key of [...keys]) keys.add(key.replace(KIND_WORDS, ''))
  return {
    name,
    kind: 'REGION',
    keys,
    countryCode: first?.countryCode ?? null,
    regionCode: first?.regionCode ?? null,
    ...centreOf(towns),
    population: populationOf(towns),
    geonamesId: null,
    capital: false,
  }
}

/** "UA.04" -> ["Dnipropetrovsk", "Dnipro"], found through a town that lies in the region. */
function namesByHand(towns: readonly Town[]): Map<string, string[]> {
  const byName = groupBy(
    towns.flatMap((town) =>
      [...town.keys].map((key) => [`${town.countryCode} ${key}`, town] as const),
    ),
    ([key]) => key,
  )
  const names = new Map<string, string[]>()
  for (const line of readSource('regions.txt')) {
    for (const entry of line.slice(3).split(';')) {
      const [list = '', town = ''] = entry.split(' / ')
      const found = byName
        .get(`${line.slice(0, 2)} ${foldPlaceName(town)}`)
        ?.map(([, place]) => place)
      if (found === undefined) {
        console.warn(`regions.txt: no town "${town}" in ${line.slice(0, 2)}`)
        continue
      }
      const seat = seatOf(found)
      names.set(`${seat.countryCode}.${seat.regionCode}`, splitNames(list))
    }
  }
  return names
}

interface Subdivisions {
  subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } }
}

/** "UA12" -> "Dnipropetrovshchyna" */
function cldrSubdivisions(packages: string): Map<string, string> {
  const path = join(packages, 'cldr-subdivisions-full/subdivisions/en/en.json')
  const { subdivisions } = JSON.parse(readFileSync(path, 'utf8')) as Subdivisions
  return new Map(
    Object.entries(subdivisions.localeDisplayNames.subdivisions).map(([code, name]) => [
      code.toUpperCase(),
      name.replace(/[²³]/, ''),
    ]),
  )
}

function matchCldr(
  regions: readonly Region[],
  cldr: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const bySeat = new Map<string, string>()
  for (const { code, seat } of regions) {
    for (const key of seat.keys) bySeat.set(`${seat.countryCode} ${key}`, code)
  }
  const codes = new Set(regions.map(({ code }) => code))
  const matched = new Map<string, string[]>()
  for (const [iso, name] of cldr) {
    const country = iso.slice(0, 2)
    const core = foldPlaceName(name).replace(KIND_WORDS, '')
    const code = ISO_CODES.has(country)
      ? `${country}.${iso.slice(2)}`
      : bySeat.get(`${country} ${core}`)
    if (code !== undefined && codes.has(code) && !matched.has(code)) matched.set(code, [name])
  }
  return matched
}

/** GeoNames uses the INSEE numbers that ISO 3166-2 uses too. */
function frenchDepartments(
  towns: readonly Town[],
  cldr: ReadonlyMap<string, string>,
): SourcePlace[] {
  const french = towns.filter((town) => town.countryCode === 'FR')
  return [...groupBy(french, (town) => town.districtCode)].flatMap(([code, own]) => {
    const name = cldr.get(`FR${code}`)
    return name === undefined ? [] : [toPlace(own, [name])]
  })
}
