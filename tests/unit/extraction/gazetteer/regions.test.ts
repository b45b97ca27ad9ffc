import { expect, test } from 'vitest'
import type { PlaceKind } from '../../../../src/core/place-kind.ts'
import { findPlaces } from '../../../../src/extraction/gazetteer/find-places.ts'
import { regionCodeOf, regionsAround } from '../../../../src/extraction/gazetteer/regions.ts'

const place = (name: string, kind: PlaceKind, countryCode: string) => {
  const found = findPlaces(name).find((one) => one.kind === kind && one.countryCode === countryCode)
  if (found === undefined) throw new Error(`No ${kind} ${name}`)
  return found
}
const around = (name: string, kind: PlaceKind, country: string) =>
  regionsAround(place(name, kind, country)).map((region) => [region.code, region.name])

test.each([
  [
    'Kherson',
    'CITY',
    'UA',
    [
      ['UA.08', 'Kherson region'],
      ['UA', 'Ukraine'],
    ],
  ],
  [
    'Austin',
    'CITY',
    'US',
    [
      ['US.TX', 'Texas'],
      ['US', 'United States'],
    ],
  ],
  [
    'Paris',
    'CITY',
    'FR',
    [
      ['FR.11', 'Île-de-France'],
      ['FR', 'France'],
    ],
  ],
  [
    'Hauts-de-Seine',
    'REGION',
    'FR',
    [
      ['FR.11', 'Île-de-France'],
      ['FR', 'France'],
    ],
  ],
  ['Donetsk', 'REGION', 'UA', [['UA', 'Ukraine']]],
  ['Kent', 'REGION', 'GB', [['GB', 'United Kingdom']]],
  ['Ukraine', 'COUNTRY', 'UA', []],
] as const)('%s (%s) lies in its region and country', (name, kind, country, expected) => {
  expect(around(name, kind, country)).toEqual(expected)
})

test('a place outside the gazetteer lies in its country, where the text says which', () => {
  const street = { kind: 'STREET', latitude: null, longitude: null, geonamesId: null } as const
  expect(regionsAround({ ...street, countryCode: 'NO' }).map(({ name }) => name)).toEqual([
    'Norway',
  ])
  expect(regionsAround({ ...street, countryCode: null })).toEqual([])
})

test('only countries and first-level regions have a code of their own', () => {
  expect(regionCodeOf(place('Ukraine', 'COUNTRY', 'UA'))).toBe('UA')
  expect(regionCodeOf(place('Donetsk', 'REGION', 'UA'))).toBe('UA.05')
  expect(regionCodeOf(place('Hauts-de-Seine', 'REGION', 'FR'))).toBeNull()
  expect(regionCodeOf(place('Kherson', 'CITY', 'UA'))).toBeNull()
})
