import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../../../src/extraction/gazetteer/find-places.ts'

const first = (name: string): unknown => {
  const [place] = findPlaces(name)
  return place && [place.name, place.kind, place.countryCode]
}

describe('findPlaces', () => {
  it.each([
    ['Kyiv', ['Kyiv', 'CITY', 'UA']],
    ['Kiev', ['Kyiv', 'CITY', 'UA']],
    ['kramatorsk', ['Kramatorsk', 'CITY', 'UA']],
    ['Sao Paulo', ['São Paulo', 'REGION', 'BR']],
    ['Łódź', ['Łódź', 'REGION', 'PL']],
    ['St. Petersburg', ['Saint Petersburg', 'CITY', 'RU']],
    ['The Hague', ['The Hague', 'CITY', 'NL']],
    ['U.S.', ['United States', 'COUNTRY', 'US']],
    ['Britain', ['United Kingdom', 'COUNTRY', 'GB']],
    ['Ivory Coast', ['Ivory Coast', 'COUNTRY', 'CI']],
    ['Bavaria', ['Bavaria', 'REGION', 'DE']],
    ['Gironde', ['Gironde', 'REGION', 'FR']],
    ['Donbas', ['Donbas', 'AREA', 'UA']],
    ['Black Sea', ['Black Sea', 'WATER', null]],
    ['Europe', ['Europe', 'CONTINENT', null]],
    ['Heathrow', ['Heathrow', 'FACILITY', 'GB']],
  ])('%s', (name, expected) => {
    expect(first(name)).toEqual(expected)
  })

  it('gives the country before the region, and larger towns before smaller ones', () => {
    expect(
      findPlaces('Georgia')
        .map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['COUNTRY', 'REGION'])
    const towns = findPlaces('Springfield').filter(({ kind }) => kind === 'CITY')
    const populations = towns.map(({ population }) => population)
    expect(towns.length).toBeGreaterThan(5)
    expect(populations).toEqual(populations.toSorted((a, b) => b - a))
  })

  it('knows which town is a capital, and which name is its own', () => {
    expect(findPlaces('Kiev')[0]).toMatchObject({ capital: true, byOwnName: false })
    expect(findPlaces('Odesa').find(({ kind }) => kind === 'CITY')).toMatchObject({
      capital: false,
      byOwnName: true,
      geonamesId: 698740,
    })
  })

  it('finds nothing for unknown names, other scripts and nothing at all', () => {
    expect(['Xyrovka', 'Київ', '', '  ', '\u0000', 'a\tb', 'a\nb'].map(first)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
  })

  it.each([
    'Donetsk',
    'Kherson',
    'Zaporizhzhia',
    'Dnipropetrovsk',
    'Kharkiv',
    'Kursk',
    'Belgorod',
    'Bihar',
    'Guangdong',
    'Catalonia',
    'Nineveh',
    'Tigray',
    'Ontario',
    'Texas',
    'Tuscany',
    'Borno',
    'Sindh',
    'Queensland',
  ])('has coordinates for the region %s', (name) => {
    const region = findPlaces(name).find(({ kind }) => kind === 'REGION')
    expect(region?.regionCode).toMatch(/^\w+$/)
    expect(Math.abs(region?.latitude ?? 0)).toBeGreaterThan(1)
  })
})
