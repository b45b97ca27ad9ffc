import { describe, expect, test } from 'vitest'
import { readFixture } from './read-fixture.ts'

const ID = 'hgv1vny5cebq2l3czil1rpb3'
const REMOVED = new Date('2025-12-23T09:00:00Z')

describe('a Strapi entry', () => {
  test('that is published is an article; its Markdown becomes HTML', () => {
    expect(readFixture('strapi/entry-publish')).toEqual({
      kind: 'SAVE',
      externalId: ID,
      input: {
        source: 'courier',
        externalId: ID,
        headline: 'Ferries sail again',
        dek: 'The storm is over.',
        bodyHtml:
          '<p>Ferries from <strong>Skarholm</strong> sailed again on Monday.</p>\n<p>Two piers stay closed.</p>\n',
        url: null,
        authors: ['Ida Holm'],
        topics: [{ name: 'Transport' }],
        language: null,
        publishedAt: new Date('2025-12-22T08:00:00Z'),
        modifiedAt: new Date('2025-12-22T08:00:00Z'),
        status: 'PUBLISHED',
      },
    })
  })

  test('of version 4 is known by its number', () => {
    expect(readFixture('strapi/entry-publish-4')).toMatchObject({ externalId: '31' })
  })

  test('in another language is an article of its own', () => {
    expect(readFixture('strapi/entry-publish-locale')).toMatchObject({
      externalId: `${ID}:fr-FR`,
      input: { language: 'fr-FR' },
    })
  })

  test('that is changed while it is public is its new state', () => {
    expect(readFixture('strapi/entry-update')).toMatchObject({
      input: { headline: 'Ferries sail again after storm' },
    })
  })

  test('may have its text in blocks', () => {
    expect(readFixture('strapi/blocks')).toMatchObject({
      input: {
        bodyHtml:
          '<h2>At sea</h2><p>Ferries sailed <strong>again</strong>, &lt;340&gt; said.<a href="https://courier.example/a?b=1&amp;c=2">More</a></p><ul><li>Pier one</li></ul>',
      },
    })
  })

  test('may have its text in components of a dynamic zone', () => {
    expect(readFixture('strapi/dynamic-zone')).toMatchObject({
      input: { bodyHtml: '<p>First <em>part</em>.</p>\n\n<p>Second part.</p>\n\n' },
    })
  })

  test.each(['strapi/entry-unpublish', 'strapi/entry-delete'])('of %s is gone', (fixture) => {
    expect(readFixture(fixture)).toEqual({ kind: 'REMOVE', externalId: ID, at: REMOVED })
  })

  test.each([
    ['a draft', 'strapi/entry-update-draft', /^A draft/],
    ['an author', 'strapi/other-model', /^This author has no text/],
    ['a picture', 'strapi/media-create', /^The event media\.create is not about an entry/],
  ])('is not what %s is', (_what, fixture, reason) => {
    expect(readFixture(fixture)).toEqual({ kind: 'IGNORE', reason: expect.stringMatching(reason) })
  })

  test('must be there', () => {
    expect(() => readFixture('strapi/without-entry')).toThrow(/Strapi's webhook: entry:/)
  })
})
