import { describe, expect, test } from 'vitest'
import { readFixture } from './read-fixture.ts'

const TRASHED = new Date('2025-12-23T09:00:00Z')

describe('a WordPress post', () => {
  const article = {
    kind: 'SAVE',
    externalId: '1207',
    input: {
      source: 'courier',
      externalId: '1207',
      headline: 'Ferries sail again – storm & tide over',
      dek: null,
      bodyHtml: expect.stringMatching(/^<p>Ferries from Skarholm/),
      url: 'https://courier.example/2025/12/ferries-sail-again/',
      language: null,
      authors: ['Ida Holm'],
      topics: [
        { name: 'Transport & travel', slug: 'transport' },
        { name: 'Skarholm', slug: 'skarholm' },
      ],
      publishedAt: new Date('2025-12-22T08:00:00Z'),
      modifiedAt: new Date('2025-12-22T08:00:05Z'),
      status: 'PUBLISHED',
    },
  }

  test('is an article, its times in UTC, its titles without entities, no excerpt that was cut', () => {
    expect(readFixture('wordpress/save')).toEqual(article)
  })

  test('may come as the REST API gives it', () => {
    expect(readFixture('wordpress/post-alone')).toEqual(article)
  })

  test('that was edited has the excerpt that somebody wrote', () => {
    expect(readFixture('wordpress/save-edited')).toMatchObject({
      input: { dek: 'The storm is over.', modifiedAt: new Date('2025-12-22T10:00:00Z') },
    })
  })

  test('that is short has no excerpt either, though WordPress shows the text without "[…]"', () => {
    expect(readFixture('wordpress/short')).toMatchObject({ kind: 'SAVE', input: { dek: null } })
  })

  test.each([
    ['wordpress/scheduled', 'SCHEDULED'],
    ['wordpress/draft', 'DRAFT'],
  ])('of %s is %s', (fixture, status) => {
    expect(readFixture(fixture)).toMatchObject({ input: { status } })
  })

  test.each([
    ['unpublished', 'wordpress/unpublish', TRASHED],
    ['put into the trash', 'wordpress/trash', TRASHED],
    ['deleted, with nothing but an id', 'wordpress/delete', null],
    ['made private', 'wordpress/private', new Date('2025-12-22T08:00:05Z')],
    ['given a password', 'wordpress/with-password', new Date('2025-12-22T08:00:05Z')],
  ])('that was %s is gone', (_how, fixture, at) => {
    expect(readFixture(fixture)).toEqual({ kind: 'REMOVE', externalId: '1207', at })
  })

  test.each([
    ['a page', 'wordpress/page', 'A page is not an article.'],
    ['an empty post', 'wordpress/empty', 'The post has no text yet.'],
  ])('is not what %s is', (_what, fixture, reason) => {
    expect(readFixture(fixture)).toEqual({ kind: 'IGNORE', reason })
  })

  test('without an id is refused', () => {
    expect(() => readFixture('wordpress/without-id')).toThrow(
      /cannot be read as WordPress' post: post\.id/,
    )
  })
})
