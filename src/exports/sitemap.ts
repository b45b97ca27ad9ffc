import { escapeXml } from '../core/xml-text.ts'
import type { Db } from '../db/client.ts'
import { articleWhere } from '../db/filters.ts'
import type { Viewer } from '../db/visibility.ts'
import type { Links } from './links.ts'

/** What the protocol of sitemaps allows in one file. */
const SITEMAP_URLS = 50_000
/** What Google allows in a sitemap of news, and how old a story in it may be. */
const NEWS_URLS = 1_000
const NEWS_MS = 2 * 24 * 3_600_000

interface SitemapRequest {
  readonly db: Db
  readonly viewer: Viewer
  readonly links: Links
}

/** The reading pages of the newest articles, at most 50,000 (sitemaps.org). */
export async function sitemap({ db, viewer, links }: SitemapRequest): Promise<string> {
  const articles = await db.article.findMany({
    where: articleWhere(null, viewer),
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: SITEMAP_URLS,
    select: { slug: true, updatedAt: true },
  })
  return urlSet(
    '',
    articles.map(
      ({ slug, updatedAt }) =>
        `<loc>${escapeXml(links.article(slug))}</loc><lastmod>${updatedAt.toISOString()}</lastmod>`,
    ),
  )
}

/** Articles of the last two days, as Google News reads them; at most 1,000. */
export async function newsSitemap({ db, viewer, links }: SitemapRequest): Promise<string> {
  const since = new Date(viewer.now.getTime() - NEWS_MS)
  const articles = await db.article.findMany({
    where: articleWhere({ publishedAt: { gte: since, lte: viewer.now } }, viewer),
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: NEWS_URLS,
    select: {
      slug: true,
      headline: true,
      language: true,
      orderedAt: true,
      source: { select: { name: true } },
    },
  })
  return urlSet(
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
    articles.map(
      ({ slug, headline, language, orderedAt, source }) =>
        `<loc>${escapeXml(links.article(slug))}</loc><news:news><news:publication><news:name>${escapeXml(source.name)}</news:name><news:language>${escapeXml(language)}</news:language></news:publication><news:publication_date>${orderedAt.toISOString()}</news:publication_date><news:title>${escapeXml(headline)}</news:title></news:news>`,
    ),
  )
}

const urlSet = (namespaces: string, urls: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>`,
    ...urls.map((url) => `<url>${url}</url>`),
    '</urlset>',
    '',
  ].join('\n')
