import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldPlaceName } from '../src/extraction/gazetteer/fold-place-name.ts'
import type { SourcePlace, Town } from './build-gazetteer-place.ts'
import { centreOf, groupBy, populationOf } from './build-gazetteer-place.ts'
import { readSource, splitNames } from './build-gazetteer-sources.ts'

interface Territories {
  main: { en: { localeDisplayNames: { territories: Record<string, string> } } }
}

/** Countries and territories that have towns: CLDR names, and those of sources/countries.txt. */
export function readCountries(packages: string, towns: readonly Town[]): SourcePlace[] {
  const path = join(packages, 'cldr-localenames-full/main/en/territories.json')
  const cldr = (JSON.parse(readFileSync(path, 'utf8')) as Territories).main.en.localeDisplayNames
    .territories
  const byHand = new Map(
    readSource('countries.txt').map(
      (line) => [line.slice(0, 2), splitNames(line.slice(3))] as const,
    ),
  )
  return [...groupBy(towns, (town) => town.countryCode)].map(([code, own]) => {
    const names = Object.keys(cldr)
      .filter((key) => key === code || key.startsWith(`${code}-alt`))
      .map((key) => (cldr[key] ?? '').replace('&', 'and').replace(/ \(.*\)/, ''))
    const hand = byHand.get(code) ?? []
    const shown = hand.find((name) => name.startsWith('=')) ?? names[0] ?? code
    return {
      name: shown.replace('=', ''),
      kind: 'COUNTRY',
      keys: new Set([...names, ...hand].map((name) => foldPlaceName(name.replace('=', '')))),
      countryCode: code,
      regionCode: null,
      ...centreOf(own),
      population: populationOf(own),
      geonamesId: null,
      capital: false,
    }
  })
}
