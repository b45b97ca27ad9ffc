import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { xmlText } from '../core/xml-text.ts'

export interface FeedItem {
  /** Never changes, whatever happens to the headline and to the address at the source. */
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly language: string
  readonly publishedAt: Date
  readonly changedAt: Date
}

export interface Feed {
  readonly title: string
  readonly description: string
  /** The page that the feed is about. */
  readonly home: string
  /** Its own address. */
  readonly self: string
  /** Newest first. */
  readonly items: readonly FeedItem[]
}

export const FEED_FORMATS = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** A feed as RSS 2.0 ("xml"), Atom 1.0 or JSON Feed 1.1. */
export function formatFeed(feed: Feed, format: FeedFormat): string {
  if (format === 'json') return jsonFeed(feed)
  const clean = withoutForbidden(feed)
  return format === 'xml' ? rssFeed(clean) : atomFeed(clean)
}

/** When anything in the feed last changed; the beginning of time where it is empty. */
export const feedChangedAt = ({ items }: Feed): Date =>
  new Date(Math.max(0, ...items.map(({ changedAt }) => changedAt.getTime())))

function rssFeed(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.description,
    lastBuildDate: feedChangedAt(feed),
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.id, isPermaLink: false },
      description: item.summary,
      content: { encoded: item.html },
      dc: { creators: [...item.authors] },
      categories: item.topics.map((name) => ({ name })),
      pubDate: item.publishedAt,
    })),
  })
}

function atomFeed(feed: Feed): string {
  return generateAtomFeed({
    id: feed.self,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feedChangedAt(feed),
    links: [
      { href: feed.self, rel: 'self', type: 'application/atom+xml' },
      { href: feed.home, rel: 'alternate', type: 'text/html' },
    ],
    // Atom wants an author for every entry; texts without a byline have that of the feed.
    authors: [{ name: feed.title }],
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [{ href: item.url, rel: 'alternate', hreflang: item.language }],
      summary: { value: item.summary },
      content: { type: 'html', value: item.html },
      authors: item.authors.map((name) => ({ name })),
      categories: item.topics.map((term) => ({ term })),
      published: item.publishedAt,
      updated: item.changedAt,
    })),
  })
}

function jsonFeed(feed: Feed): string {
  const document = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      authors: item.authors.map((name) => ({ name })),
      tags: [...item.topics],
      language: item.language,
      date_published: item.publishedAt,
      date_modified: item.changedAt,
    })),
  })
  // The library leaves an empty list out; the standard wants it.
  return JSON.stringify({ items: [], ...(document as object) })
}

function withoutForbidden(feed: Feed): Feed {
  return {
    ...feed,
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    items: feed.items.map((item) => ({
      ...item,
      url: xmlText(item.url),
      title: xmlText(item.title),
      summary: xmlText(item.summary),
      html: xmlText(item.html),
      authors: item.authors.map(xmlText),
      topics: item.topics.map(xmlText),
    })),
  }
}
