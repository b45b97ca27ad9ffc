import { describe, expect, test } from 'vitest'
import { readFixture } from './read-fixture.ts'

const ID = '3k8XyQ2pLwG6sT0aZ1bC4d'

describe('a Contentful entry', () => {
  test('that is published is an article: its English text, rich text as HTML, links without names left out', () => {
    expect(readFixture('contentful/publish', 'ContentManagement.Entry.publish')).toEqual({
      kind: 'SAVE',
      externalId: ID,
      input: {
        source: 'courier',
        externalId: ID,
        headline: 'Ferries sail again',
        dek: 'The storm is over.',
        bodyHtml: '<p>Ferries from Skarholm sailed <b>again</b> on Monday.</p>',
        url: null,
        authors: [],
        topics: [{ name: 'Transport' }],
        language: 'en-US',
        publishedAt: new Date('2025-12-22T08:00:00Z'),
        modifiedAt: new Date('2025-12-22T08:00:00Z'),
        status: 'PUBLISHED',
      },
    })
  })

  test('may have its text in Markdown and a date of its own', () => {
    expect(readFixture('contentful/publish-markdown')).toMatchObject({
      input: {
        bodyHtml: '<p>Ferries sailed <strong>again</strong>.</p>\n',
        publishedAt: new Date('2025-12-21T05:00:00Z'),
      },
    })
  })

  test.each([
    ['unpublished', 'contentful/unpublish', 'ContentManagement.Entry.unpublish'],
    ['deleted', 'contentful/unpublish', 'ContentManagement.Entry.delete'],
    ['unpublished, without the header', 'contentful/unpublish', null],
  ])('that was %s is gone, though it comes without fields', (_how, fixture, topic) => {
    expect(readFixture(fixture, topic)).toEqual({
      kind: 'REMOVE',
      externalId: ID,
      at: new Date('2025-12-23T09:00:00Z'),
    })
  })

  test('that was archived is gone, though it comes with its fields', () => {
    expect(readFixture('contentful/publish', 'ContentManagement.Entry.archive')).toMatchObject({
      kind: 'REMOVE',
    })
  })

  test.each([
    [
      'a draft',
      'contentful/auto-save',
      'ContentManagement.Entry.auto_save',
      /^A draft \(auto_save\)/,
    ],
    ['a draft without the header', 'contentful/auto-save', null, /^A draft \(save\)/],
    ['a picture', 'contentful/asset', 'ContentManagement.Asset.publish', /Asset is not an entry/],
    ['an author', 'contentful/other-model', null, /^This author has no text/],
  ])('is not what %s is', (_what, fixture, topic, reason) => {
    expect(readFixture(fixture, topic)).toEqual({
      kind: 'IGNORE',
      reason: expect.stringMatching(reason),
    })
  })

  test.each([
    ['contentful/wrong-body', /fields\.body: must be long text or rich text/],
    ['contentful/without-id', /sys\.id/],
  ])('of %s is refused', (fixture, message) => {
    expect(() => readFixture(fixture)).toThrow(message)
  })
})
