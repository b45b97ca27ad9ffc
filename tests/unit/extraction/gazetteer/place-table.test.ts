import { describe, expect, it } from 'vitest'
import { PlaceTable } from '../../../../src/extraction/gazetteer/place-table.ts'

const table = new PlaceTable(
  Buffer.from(
    [
      '3',
      'Aland\tREGION\tFI\t01\t60.2\t19.9\t30000\t',
      'Zürich\tCITY\tCH\tZH\t47.367\t8.55\t342000\t2657896',
      'Bern\tCITY\tCH\tBE\t46.948\t7.447\t122000\t2661552\tC',
      'aland\t0',
      'bern\t2',
      'bern zurich\t1 2',
      'zurich\t1',
      '',
    ].join('\n'),
  ),
)

describe('PlaceTable', () => {
  it('finds the first, the last and any name between', () => {
    expect(table.find('aland').map(({ name }) => name)).toEqual(['Aland'])
    expect(table.find('zurich').map(({ name }) => name)).toEqual(['Zürich'])
    expect(table.find('bern zurich').map(({ id }) => id)).toEqual([1, 2])
  })

  it('finds nothing before, between and after the names', () => {
    for (const key of ['', 'a', 'ber', 'bernard', 'zurichberg', '3']) {
      expect(table.find(key)).toEqual([])
    }
  })

  it('reads every column, absent ones as null', () => {
    expect(table.find('bern')).toEqual([
      {
        id: 2,
        name: 'Bern',
        kind: 'CITY',
        countryCode: 'CH',
        regionCode: 'BE',
        latitude: 46.948,
        longitude: 7.447,
        population: 122000,
        geonamesId: 2661552,
        capital: true,
      },
    ])
    expect(table.find('aland')[0]).toMatchObject({ geonamesId: null, capital: false })
  })
})
