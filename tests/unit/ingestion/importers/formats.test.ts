import { describe, expect, test } from 'vitest'
import { readImportFixture } from './read-import-fixture.ts'

const story = {
  source: 'courier',
  url: 'https://courier.example/ferries',
  dek: 'The storm is over.',
  authors: ['Ida Holm'],
  topics: [{ name: 'Transport' }],
  publishedAt: new Date('2025-12-22T08:00:00Z'),
}

describe('a feed', () => {
  test('in RSS: full text before summary, times of e-mail, entities read', () => {
    expect(readImportFixture('import-formats/feed.rss')).toEqual([
      {
        where: 'import-formats/feed.rss[0]',
        input: {
          ...story,
          externalId: 'tag:courier.example,2025:7',
          headline: 'Ferries & buses run again',
          bodyHtml: '<p>Ferries from Skarholm sailed again on Monday.</p>',
          language: 'en-GB',
          modifiedAt: null,
        },
      },
      {
        where: 'import-formats/feed.rss[1]',
        input: expect.objectContaining({
          externalId: 'https://courier.example/summary',
          bodyHtml: 'Two piers stay closed.',
          dek: null,
          authors: ['Ida Holm'],
          publishedAt: null,
        }),
      },
      {
        where: 'import-formats/feed.rss[2]',
        reason: 'The entry has neither an id nor an address: it cannot be told from others.',
      },
    ])
  })

  test('in Atom: XHTML, the author of the feed, the link that is not for editing', () => {
    expect(readImportFixture('import-formats/feed.atom')).toEqual([
      {
        where: 'import-formats/feed.atom[0]',
        input: {
          ...story,
          externalId: 'urn:courier:7',
          headline: 'Ferries sail again',
          bodyHtml: '<p>Ferries sailed <b>again</b>.</p>',
          language: 'en',
          modifiedAt: new Date('2025-12-22T09:00:00Z'),
        },
      },
    ])
  })

  test('in JSON: HTML or text', () => {
    expect(readImportFixture('import-formats/feed.json')).toMatchObject([
      {
        input: {
          ...story,
          externalId: '7',
          bodyHtml: '<p>Ferries sailed again.</p>',
          modifiedAt: new Date('2025-12-22T09:00:00Z'),
        },
      },
      { input: { externalId: '8', bodyText: 'Two piers stay closed.' } },
    ])
  })

  test('that is cut short is one failure, and expands no entities', () => {
    expect(readImportFixture('a.rss', Buffer.from('<rss'))).toEqual([
      {
        where: 'a.rss',
        reason: 'This cannot be read as RSS, Atom or JSON Feed: check that it is a whole feed.',
      },
    ])
    const bomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]><rss version="2.0"><channel><title>T</title><item><guid>1</guid><title>&b;</title><description>Text.</description></item></channel></rss>`
    expect(JSON.stringify(readImportFixture('b.rss', Buffer.from(bomb)))).not.toContain('xxxx')
  })
})

test('a WordPress export: posts with names and terms, drafts, no pictures, no trash', () => {
  expect(readImportFixture('import-formats/export.xml')).toEqual([
    {
      where: 'import-formats/export.xml[0]',
      input: {
        ...story,
        externalId: '1207',
        url: 'https://courier.example/2025/12/ferries/',
        headline: 'Ferries & buses run again',
        bodyHtml: '<p>Ferries from Skarholm sailed again on Monday.</p>',
        topics: [{ name: 'Transport', slug: 'transport' }],
        language: null,
        modifiedAt: new Date('2025-12-22T09:00:00Z'),
        status: 'PUBLISHED',
      },
    },
    { where: 'import-formats/export.xml[1]', skipped: 'Not a post: attachment.' },
    {
      where: 'import-formats/export.xml[2]',
      input: expect.objectContaining({
        externalId: '1209',
        status: 'DRAFT',
        publishedAt: null,
        modifiedAt: null,
      }),
    },
    {
      where: 'import-formats/export.xml[3]',
      removed: { source: 'courier', externalId: '1210', at: null },
    },
  ])
})

test('a ninjs file, and a page of posts of WordPress, are what their sources push', () => {
  expect(readImportFixture('ingest/ninjs/usable-3.json')).toMatchObject([
    { where: 'ingest/ninjs/usable-3.json', input: { externalId: 'urn:courier:story:7' } },
  ])
  expect(readImportFixture('ingest/wordpress/post-alone.json')).toMatchObject([
    { input: { externalId: '1207', headline: 'Ferries sail again – storm & tide over' } },
  ])
})

test('a table: names of columns, semicolons, a byte order mark, lists, several lines in a cell', () => {
  expect(readImportFixture('import-formats/stories.csv')).toEqual([
    {
      where: 'import-formats/stories.csv:2',
      input: {
        source: 'courier',
        externalId: '7',
        headline: 'Ferries sail again',
        bodyText: 'Ferries sailed; two piers stay closed.',
        authors: ['Ida Holm'],
        publishedAt: new Date('2025-12-22T08:00:00Z'),
      },
    },
    {
      where: 'import-formats/stories.csv:4',
      input: {
        source: 'courier',
        externalId: '8',
        bodyText: 'Two lines\nof text',
        publishedAt: null,
      },
    },
    {
      where: 'import-formats/stories.csv:5',
      reason: expect.stringMatching(/publishedAt: "yesterday" must be a time/),
    },
  ])
  expect(readImportFixture('a.csv', Buffer.from('a,b\n1,2,3\n'))).toEqual([
    { where: 'a.csv', reason: expect.stringMatching(/^This cannot be read as CSV: /) },
  ])
  expect(readImportFixture('b.csv', Buffer.from('id,text\n1,Text.\n'))).toEqual([
    { where: 'b.csv:2', reason: expect.stringMatching(/externalId/) },
  ])
})
