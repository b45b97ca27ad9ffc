import { describe, expect, it } from 'vitest'
import type { FoundPlace } from '../../../../src/extraction/extractor.ts'
import { entityOf, namesIn } from './expect-names.ts'

function placeOf(body: string, words: string): FoundPlace {
  const { place } = entityOf(namesIn(body), words)
  if (place === null) throw new Error(`"${words}" is no place`)
  return place
}

const NOWHERE = { latitude: null, longitude: null, geonamesId: null }

describe('coordinates', () => {
  it('are those of the gazetteer where a name means one place', () => {
    expect(placeOf('A fire broke out in Kramatorsk.', 'Kramatorsk')).toEqual({
      kind: 'CITY',
      countryCode: 'UA',
      latitude: 48.73,
      longitude: 37.588,
      geonamesId: 704508,
    })
  })

  it('are found under another transliteration, in a country that the article is about', () => {
    const text = 'Troops left Sieversk in eastern Ukraine.'
    expect(placeOf(text, 'Sieversk')).toMatchObject({ countryCode: 'UA', geonamesId: 694403 })
    expect(placeOf('Troops left the town of Sieversk.', 'Sieversk')).toMatchObject(NOWHERE)
  })

  it('follow the region or country named right after', () => {
    expect(placeOf('Flames spread in Odessa, Texas.', 'Odessa').countryCode).toBe('US')
    expect(placeOf('Flames spread in Odessa.', 'Odessa').countryCode).toBe('UA')
    expect(placeOf('He lives in Paris, Texas.', 'Paris').countryCode).toBe('US')
    expect(placeOf('She studied in Cambridge, Massachusetts.', 'Cambridge').countryCode).toBe('US')
    expect(placeOf('She studied in Cambridge, England.', 'Cambridge').countryCode).toBe('GB')
  })

  it('follow the country that the article is about', () => {
    expect(placeOf('Indian police closed roads in Punjab.', 'Punjab').countryCode).toBe('IN')
    expect(placeOf('Pakistani police closed roads in Punjab.', 'Punjab').countryCode).toBe('PK')
  })

  it('are null where several places fit and nothing tells them apart', () => {
    expect(placeOf('She studied in Cambridge.', 'Cambridge')).toMatchObject(NOWHERE)
    expect(placeOf('Voters in Georgia stayed at home.', 'Georgia')).toMatchObject(NOWHERE)
    expect(placeOf('Roads were closed in Punjab.', 'Punjab')).toMatchObject(NOWHERE)
  })

  it('are null for places that are not on file', () => {
    expect(placeOf('A bus burned in Xyrovka, a village.', 'Xyrovka')).toMatchObject(NOWHERE)
  })

  it('are the capital for Washington, London and Moscow', () => {
    expect(placeOf('Talks in Washington went on.', 'Washington').latitude).toBe(38.895)
    expect(placeOf('Talks in London went on.', 'London').countryCode).toBe('GB')
    expect(placeOf('Talks in Moscow went on.', 'Moscow').geonamesId).toBe(524901)
  })
})

describe('the kind of a place', () => {
  it.each([
    ['Fighting went on in Donetsk region of Ukraine.', 'Donetsk', 'REGION'],
    ['Fighting went on in the Donbas region.', 'Donbas', 'AREA'],
    ['A bomb went off on Yasenevaya Street in southern Moscow.', 'Yasenevaya Street', 'STREET'],
    ['Crowds met in Taksim Square.', 'Taksim Square', 'STREET'],
    ['A plane landed at Keflavik Airport.', 'Keflavik Airport', 'FACILITY'],
    ['A dam on the Kosi River broke.', 'Kosi River', 'WATER'],
    ['Ships waited in the Black Sea.', 'Black Sea', 'WATER'],
    ['A school in Obolon district was hit.', 'Obolon', 'DISTRICT'],
    ['Snow fell across Scandinavia.', 'Scandinavia', 'AREA'],
    ['Crops failed in Africa.', 'Africa', 'CONTINENT'],
    ['Thousands marched in Lviv.', 'Lviv', 'CITY'],
    ['Thousands marched in Bavaria.', 'Bavaria', 'REGION'],
  ])('%s', (text, words, kind) => {
    expect(placeOf(text, words).kind).toBe(kind)
  })

  it('gives a street the country of the city that it is in, but no coordinates', () => {
    expect(
      placeOf('A bomb went off on Yasenevaya Street in southern Moscow.', 'Yasenevaya Street'),
    ).toEqual({
      kind: 'STREET',
      countryCode: 'RU',
      ...NOWHERE,
    })
  })

  it('completes the name, unless the name is an area by itself', () => {
    const article = namesIn('Shells hit Donetsk region and the Donbas region of Ukraine.')
    expect(article.entities.map(({ name }) => name)).toEqual([
      'Donetsk region',
      'Donbas',
      'Ukraine',
    ])
  })
})
