import { describe, expect, test } from 'vitest'
import { readPayload } from '../../../../src/ingestion/adapters/read-payload.ts'
import { readFixture } from './read-fixture.ts'

describe('a generic payload', () => {
  test('has the fields of IngestArticleInput, with times as text', () => {
    expect(readFixture('generic/save')).toEqual({
      kind: 'SAVE',
      externalId: 'story-7',
      input: {
        source: 'courier',
        externalId: 'story-7',
        headline: 'Ferries sail again',
        bodyText: 'Ferries from Skarholm sailed again on Monday.',
        url: 'https://courier.example/ferries',
        language: 'en',
        authors: ['Ida Holm'],
        topics: [{ name: 'Transport' }],
        publishedAt: new Date('2025-12-22T08:00:00Z'),
        modifiedAt: new Date('2025-12-22T09:00:00Z'),
      },
    })
  })

  test('may say that an article is gone, with its id alone', () => {
    expect(readFixture('generic/delete')).toEqual({
      kind: 'REMOVE',
      externalId: 'story-7',
      at: null,
    })
    expect(readFixture('generic/unpublish')).toMatchObject({ at: new Date('2025-12-23T09:00:00Z') })
  })

  test.each([
    ['generic/wrong-time', /publishedAt: "yesterday" must be a time in ISO 8601/],
    ['generic/unknown-field', /"colour"/],
  ])('of %s is refused', (fixture, message) => {
    expect(() => readFixture(fixture)).toThrow(message)
  })

  test('that names another source is refused', () => {
    const json = { source: 'wire', externalId: '1', bodyText: 'Text.' }
    expect(() => readPayload('generic', { source: 'courier', topic: null, json })).toThrow(
      'source: the payload names "wire", but was sent to "courier": leave it out, or send it there.',
    )
  })
})
