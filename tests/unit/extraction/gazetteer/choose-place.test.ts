import { describe, expect, it } from 'vitest'
import { choosePlace } from '../../../../src/extraction/gazetteer/choose-place.ts'
import type { PlaceMatch } from '../../../../src/extraction/gazetteer/gazetteer-place.ts'

let id = 0
const place = (of: Partial<PlaceMatch>): PlaceMatch => {
  id += 1
  return {
    id,
    name: 'Springfield',
    kind: 'CITY',
    countryCode: 'US',
    regionCode: 'IL',
    latitude: 10 * id,
    longitude: 10,
    population: 100_000,
    geonamesId: id,
    capital: false,
    byOwnName: true,
    ...of,
  }
}
const SILENT = { countries: new Map<string, number>(), container: null, kind: null }

describe('choosePlace', () => {
  it('takes the only one', () => {
    const only = place({})
    expect(choosePlace([only], SILENT)).toBe(only)
    expect(choosePlace([], SILENT)).toBeNull()
  })

  it('takes a place four times larger than the next, and none where they are closer', () => {
    const large = place({ population: 500_000 })
    expect(choosePlace([large, place({})], SILENT)).toBe(large)
    expect(choosePlace([large, place({ population: 200_000 })], SILENT)).toBeNull()
  })

  it('takes the one in a country of the article', () => {
    const british = place({ countryCode: 'GB' })
    const context = { ...SILENT, countries: new Map([['GB', 0.5]]) }
    expect(choosePlace([place({ population: 200_000 }), british], context)).toBe(british)
  })

  it('takes the one in the region that the text names, however small', () => {
    const small = place({ regionCode: 'MO', population: 2_000 })
    const missouri = place({ kind: 'REGION', regionCode: 'MO' })
    const places = [place({ population: 900_000 }), small]
    expect(choosePlace(places, { ...SILENT, container: missouri })).toBe(small)
  })

  it('takes the town where a region is named after it, the region where the text says so', () => {
    const region = place({ kind: 'REGION', population: 2_000_000 })
    const town = place({ population: 300_000 })
    expect(choosePlace([region, town], SILENT)).toBe(town)
    expect(choosePlace([region, town], { ...SILENT, kind: 'REGION' })).toBe(region)
    expect(choosePlace([town], { ...SILENT, kind: 'REGION' })).toBeNull()
  })

  it('takes either of two that are next to each other', () => {
    const [city, suburb] = [
      place({ latitude: 50, population: 120_000 }),
      place({ latitude: 50.1, regionCode: 'X' }),
    ]
    expect(choosePlace([city, suburb], SILENT)).toBe(city)
  })
})
