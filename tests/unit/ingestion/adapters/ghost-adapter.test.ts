import { describe, expect, test } from 'vitest'
import { readFixture } from './read-fixture.ts'

const ID = '64a0f2c1e4b0a1b2c3d4e5f6'

describe('a Ghost post', () => {
  test('that is published is an article with everything Ghost says of it', () => {
    expect(readFixture('ghost/post-published')).toEqual({
      kind: 'SAVE',
      externalId: ID,
      input: {
        source: 'courier',
        externalId: ID,
        headline: 'Ferries sail again',
        dek: 'The storm is over.',
        bodyHtml: expect.stringMatching(/^<p>Ferries from Skarholm/),
        url: 'https://courier.example/ferries-sail-again/',
        authors: ['Ida Holm'],
        topics: [{ name: 'Transport', slug: 'transport' }],
        publishedAt: new Date('2025-12-22T08:00:00Z'),
        modifiedAt: new Date('2025-12-22T08:00:05Z'),
        status: 'PUBLISHED',
      },
    })
  })

  test('that was edited is its new state', () => {
    expect(readFixture('ghost/post-published-edited')).toMatchObject({
      kind: 'SAVE',
      input: {
        headline: 'Ferries sail again after storm',
        modifiedAt: new Date('2025-12-22T10:00:00Z'),
      },
    })
  })

  test('that is a draft has no address yet', () => {
    expect(readFixture('ghost/post-added-draft')).toMatchObject({
      input: { status: 'DRAFT', url: null, publishedAt: null },
    })
  })

  test('that is scheduled keeps its time', () => {
    expect(readFixture('ghost/post-scheduled')).toMatchObject({
      input: { status: 'SCHEDULED', publishedAt: new Date('2025-12-30T08:00:00Z') },
    })
  })

  test('that only members may read is not public here', () => {
    expect(readFixture('ghost/post-for-members')).toMatchObject({ input: { status: 'DRAFT' } })
  })

  test.each([
    ['unpublished', 'ghost/post-unpublished', '2025-12-23T09:00:00Z'],
    [
      'unpublished by a Ghost that does not name the event',
      'ghost/post-unpublished-unnamed',
      '2025-12-23T09:00:00Z',
    ],
    [
      'deleted, with its id in the previous state alone',
      'ghost/post-deleted',
      '2025-12-22T10:00:00Z',
    ],
  ])('that was %s is gone', (_how, fixture, at) => {
    expect(readFixture(fixture)).toEqual({ kind: 'REMOVE', externalId: ID, at: new Date(at) })
  })

  test.each([
    ['an empty draft', 'ghost/post-added-empty', 'The post has no text yet.'],
    ['a page', 'ghost/page-published', 'The event is not about a post.'],
    ['a change of the site', 'ghost/site-changed', 'The event is not about a post.'],
  ])('is not what %s is', (_what, fixture, reason) => {
    expect(readFixture(fixture)).toEqual({ kind: 'IGNORE', reason })
  })

  test.each([
    ['without an id', 'ghost/without-id', /neither post\.current\.id nor post\.previous\.id/],
    [
      'with a time that is none',
      'ghost/wrong-time',
      /post\.current\.updated_at: "soon" must be a time/,
    ],
  ])('%s is refused', (_what, fixture, message) => {
    expect(() => readFixture(fixture)).toThrow(message)
  })
})
