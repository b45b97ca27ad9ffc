import type { Hono } from 'hono'
import { NotFoundError } from '../../core/app-error.ts'
import { entityNamed } from '../../db/filters.ts'
import { findMetric } from '../../db/find-metric.ts'
import type { ArticleFilter } from '../../db/list-filters.ts'
import { visibleEntity } from '../../db/visibility.ts'
import { FEED_FORMATS, FEED_TYPES, feedChangedAt, formatFeed } from '../../exports/feed.ts'
import { readFeedItems } from '../../exports/read-feed-items.ts'
import { newsSitemap, sitemap } from '../../exports/sitemap.ts'
import type { AppDependencies } from '../app.ts'
import { addExportRoute, type ExportRequest } from './export-route.ts'

/** What a feed is about, and its key as it is now: that of what a merged one became. */
interface Subject {
  readonly key: string
  readonly title: string
  readonly home: string
  readonly filter: ArticleFilter
}

const TITLE = 'Dateline'

/** Feeds of the site, of entities and of metrics, and sitemaps. */
export function addFeedRoutes(app: Hono, deps: AppDependencies): void {
  const subjects = [
    { path: '', find: async ({ links }: ExportRequest) => site(links.root) },
    { path: '/entities/:key', find: entitySubject },
    { path: '/metrics/:key', find: metricSubject },
  ]
  for (const { path, find } of subjects) {
    for (const format of FEED_FORMATS) {
      addExportRoute(app, `${path}/feed.${format}`, {
        deps,
        write: async (request) => {
          const key = request.http.req.param('key') ?? ''
          const subject = await find(request, key)
          const self = `${request.links.root}${path.replace(':key', encodeURIComponent(subject.key))}/feed.${format}`
          if (subject.key !== key) return request.http.redirect(self, 308)
          const { title, home, filter } = subject
          const items = await readFeedItems(request, filter)
          const feed = { title, description: 'The newest articles.', home, self, items }
          return {
            contentType: FEED_TYPES[format],
            body: formatFeed(feed, format),
            lastModified: items.length === 0 ? null : feedChangedAt(feed),
          }
        },
      })
    }
  }
  for (const [path, write] of [
    ['/sitemap.xml', sitemap],
    ['/sitemap-news.xml', newsSitemap],
  ] as const) {
    addExportRoute(app, path, {
      deps,
      write: async (request) => ({
        contentType: 'application/xml; charset=utf-8',
        body: await write(request),
      }),
    })
  }
}

const site = (root: string): Subject => ({ key: '', title: TITLE, home: `${root}/`, filter: {} })

async function entitySubject({ db, viewer, links }: ExportRequest, slug: string): Promise<Subject> {
  const entity = await db.entity.findFirst({
    where: { AND: [entityNamed({ eq: slug }), visibleEntity(viewer)] },
  })
  if (entity === null) {
    throw new NotFoundError(
      `There is no entity "${slug}": "entities" in GraphQL lists those there are.`,
    )
  }
  const named = { slug: { eq: entity.slug } }
  return {
    key: entity.slug,
    title: `${entity.name} · ${TITLE}`,
    home: links.entity(entity.slug),
    // The feed of a country has the stories from its towns.
    filter: entity.type === 'PLACE' ? { places: { within: named } } : { entities: named },
  }
}

async function metricSubject({ db, viewer, links }: ExportRequest, key: string): Promise<Subject> {
  const metric = await findMetric(db, viewer, key)
  if (metric === null) {
    throw new NotFoundError(
      `There is no metric "${key}": "metrics" in GraphQL lists those there are.`,
    )
  }
  return {
    key: metric.key,
    title: `${metric.label} · ${TITLE}`,
    home: links.metric(metric.key),
    filter: { figures: { metric: { key: { eq: metric.key } } } },
  }
}
