import { readStrings } from '../core/read-strings.ts'
import type { Db } from '../db/client.ts'
import { fewArticles } from '../db/few-rows.ts'
import { articleWhere } from '../db/filters.ts'
import type { ArticleFilter } from '../db/list-filters.ts'
import { resolveArticleFilter } from '../db/resolve-filter.ts'
import type { Viewer } from '../db/visibility.ts'
import type { FeedItem } from './feed.ts'
import type { Links } from './links.ts'
import { changedAt } from './read-articles.ts'

/** As many as readers poll for; older ones are in the sitemap and in GraphQL. */
const FEED_ITEMS = 50
/** A summary is about two sentences, in characters. */
const SUMMARY_LENGTH = 300

/** The newest articles that match, of those that the viewer may see. */
export async function readFeedItems(
  { db, viewer, links }: { readonly db: Db; readonly viewer: Viewer; readonly links: Links },
  filter: ArticleFilter,
): Promise<FeedItem[]> {
  const resolved = await resolveArticleFilter({ db, viewer }, filter)
  const articles = await db.article.findMany({
    where: { AND: [articleWhere(resolved, viewer), await fewArticles(db, resolved)] },
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: FEED_ITEMS,
    include: {
      currentRevision: true,
      topics: { orderBy: { position: 'asc' }, select: { name: true } },
      corrections: { select: { issuedAt: true } },
    },
  })
  return articles.map((article) => ({
    id: links.article(article.slug),
    url: article.canonicalUrl ?? links.article(article.slug),
    title: article.headline,
    summary: article.currentRevision?.dek ?? beginning(article.currentRevision?.bodyText ?? ''),
    html: article.currentRevision?.bodyHtml ?? '',
    authors: readStrings(article.currentRevision?.authors),
    topics: article.topics.map(({ name }) => name),
    language: article.language,
    publishedAt: article.publishedAt ?? article.orderedAt,
    changedAt: changedAt(article),
  }))
}

/** The first paragraph, cut behind a word. */
function beginning(text: string): string {
  const [paragraph = ''] = text.split('\n\n')
  if (paragraph.length <= SUMMARY_LENGTH) return paragraph
  return `${paragraph.slice(0, SUMMARY_LENGTH).replace(/\s+\S*$/u, '')} …`
}
