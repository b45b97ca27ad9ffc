import { describe, expect, test } from 'vitest'
import { readFixture } from './read-fixture.ts'

const URI = 'urn:courier:story:7'

describe('a ninjs item', () => {
  test('of version 3 is an article with the names that it carries', () => {
    expect(readFixture('ninjs/usable-3')).toEqual({
      kind: 'SAVE',
      externalId: URI,
      input: {
        source: 'courier',
        externalId: URI,
        headline: 'Ferries sail again',
        dek: 'The storm is over.',
        bodyHtml: '<p>Ferries sailed again.</p>',
        language: 'en',
        authors: ['Ida Holm', 'Per Dahl'],
        topics: [{ name: 'Transport' }],
        entities: [
          { name: 'Kari Nygaard', type: 'PERSON', externalId: 'urn:p:1' },
          { name: 'Port Authority', type: 'ORGANIZATION', externalId: null },
          { name: 'Skarholm', type: 'PLACE', externalId: null },
        ],
        publishedAt: new Date('2025-12-22T07:45:00Z'),
        modifiedAt: new Date('2025-12-22T08:00:00Z'),
        externalRevision: '2',
        embargoedUntil: null,
      },
    })
  })

  test('of version 1 is read too', () => {
    expect(readFixture('ninjs/usable-1')).toMatchObject({
      externalId: 'http://courier.example/item/7',
      input: {
        headline: 'Ferries sail again',
        bodyText: 'Ferries sailed again.',
        authors: ['Ida Holm'],
        entities: [{ name: 'Kari Nygaard', type: 'PERSON' }],
      },
    })
  })

  test('keeps its embargo', () => {
    expect(readFixture('ninjs/embargoed')).toMatchObject({
      input: { embargoedUntil: new Date('2025-12-30T08:00:00Z') },
    })
  })

  test.each(['ninjs/withheld', 'ninjs/canceled'])('of %s is gone', (fixture) => {
    const at = new Date('2025-12-23T09:00:00Z')
    expect(readFixture(fixture)).toEqual({ kind: 'REMOVE', externalId: URI, at })
  })

  test('without a body, such as a picture, is ignored', () => {
    expect(readFixture('ninjs/picture')).toEqual({
      kind: 'IGNORE',
      reason: 'The item has no body.',
    })
  })

  test('without a uri is refused', () => {
    expect(() => readFixture('ninjs/without-uri')).toThrow(/cannot be read as a ninjs item: uri/)
  })
})
