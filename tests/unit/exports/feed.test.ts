import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { type Feed, formatFeed } from '../../../src/exports/feed.ts'

const time = new Date('2025-12-24T09:00:00Z')
const feed: Feed = {
  title: 'A & B <c> "d"',
  description: 'Stories.',
  home: 'https://news.example/',
  self: 'https://news.example/feed.xml?a=1&b=2',
  items: [
    {
      id: 'https://news.example/articles/one',
      url: 'https://news.example/articles/one?x=1&y=<2>',
      title: 'Fish & <b>chips</b>\u0000\u0008\ud800',
      summary: 'Less than < and ]]> more',
      html: '<p>AT&amp;T]]>&lt;tag&gt;\u000b</p>',
      authors: ["O'Neil & Sons"],
      topics: ['R&D'],
      language: 'en',
      publishedAt: time,
      changedAt: time,
    },
  ],
}

test('RSS escapes what XML would read, drops what it forbids, and keeps the id of an item', () => {
  const text = formatFeed(feed, 'xml')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b]/)
  const [item] = parseRssFeed(text).items ?? []
  expect(item).toMatchObject({
    title: 'Fish & <b>chips</b>',
    link: 'https://news.example/articles/one?x=1&y=<2>',
    description: 'Less than < and ]]> more',
    guid: { value: 'https://news.example/articles/one', isPermaLink: false },
    content: { encoded: '<p>AT&amp;T]]>&lt;tag&gt;</p>' },
    dc: { creators: ["O'Neil & Sons"] },
    categories: [{ name: 'R&D' }],
    pubDate: 'Wed, 24 Dec 2025 09:00:00 GMT',
  })
})

test('Atom says the same', () => {
  const read = parseAtomFeed(formatFeed(feed, 'atom'))
  expect(read.title).toMatchObject({ value: 'A & B <c> "d"' })
  expect(read.entries?.[0]).toMatchObject({
    id: 'https://news.example/articles/one',
    title: { value: 'Fish & <b>chips</b>' },
    content: { type: 'html', value: '<p>AT&amp;T]]>&lt;tag&gt;</p>' },
    updated: '2025-12-24T09:00:00.000Z',
  })
})

test('JSON Feed says the same, and an empty feed is a feed', () => {
  const read = parseJsonFeed(formatFeed(feed, 'json'))
  expect(read.items?.[0]).toMatchObject({
    id: 'https://news.example/articles/one',
    content_html: '<p>AT&amp;T]]>&lt;tag&gt;\u000b</p>',
    date_published: '2025-12-24T09:00:00.000Z',
  })
  const empty = { ...feed, items: [] }
  expect(JSON.parse(formatFeed(empty, 'json'))).toMatchObject({ items: [] })
  expect(formatFeed(empty, 'xml')).toContain('<title>')
  expect(formatFeed(empty, 'atom')).toContain('1970-01-01T00:00:00.000Z')
})
