import { findPlaces } from '../gazetteer/find-places.ts'
import { countryOfDemonym } from './lexicon/demonyms.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'

/** A town without namesakes above this size says which country an article is about. */
const MIN_POPULATION = 20_000
/** A town counts for the country of its largest namesake where that is this many times larger. */
const DOMINANCE = 20

/** The countries that an article speaks of, each with its share of all such words, 0 to 1. */
export function countriesOf(names: readonly Name[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (country: string | null): void => {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  for (const name of names) if (name.type === 'PLACE') count(plainCountry(spanText(name)))
  for (const document of new Set(names.map((name) => name.document))) {
    for (const { text } of document.tokens) count(countryOfDemonym(text))
  }
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0)
  return new Map([...counts].map(([country, value]) => [country, value / total]))
}

/** The country of a name that hardly means anything else. */
function plainCountry(name: string): string | null {
  const [first, second] = findPlaces(name)
  if (first === undefined) return null
  if (first.kind === 'COUNTRY') return second?.kind === 'REGION' ? null : first.countryCode
  const rival = findPlaces(name).find(({ countryCode }) => countryCode !== first.countryCode)
  const alone = (rival?.population ?? 0) * DOMINANCE < first.population
  return alone && first.population > MIN_POPULATION ? first.countryCode : null
}
