import type { Hono } from 'hono'
import { AppError, NotFoundError } from '../../core/app-error.ts'
import { readArticlePage, readWithdrawalNotice } from '../../db/article-page.ts'
import { readChart } from '../../db/chart-data.ts'
import type { Db } from '../../db/client.ts'
import { readEntityPage } from '../../db/entity-page.ts'
import { findMetric } from '../../db/find-metric.ts'
import { readMetricFigures } from '../../db/metric-page.ts'
import type { Viewer } from '../../db/visibility.ts'
import type { AppDependencies } from '../app.ts'
import { articlePage, withdrawnPage } from './article-page.ts'
import { entityPage } from './entity-page.ts'
import { errorPage } from './error-page.ts'
import { metricPage } from './metric-page.ts'
import { type Page, pageLayout, STYLESHEET } from './page-layout.ts'
import { addPageRoute, type PageRequest, type Shown } from './page-route.ts'

/** Pages for people: /articles/:slug, /entities/:slug, /metrics/:key. Slugs have no dots, so that /articles/a.md is none of them. */
export function addPageRoutes(app: Hono, deps: AppDependencies): void {
  const { db } = deps
  const add = (path: string, show: (request: PageRequest) => Promise<Shown>) =>
    addPageRoute(app, path, {
      deps,
      contentType: 'text/html; charset=utf-8',
      show,
      refuse: async (error: AppError) => String(await pageLayout(errorPage(error))),
    })
  app.get('/pages.css', (http) =>
    http.body(STYLESHEET, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  )
  add('/articles/:slug{[^/.]+}', async ({ viewer, http }) => {
    const slug = http.req.param('slug') ?? ''
    const article = await readArticlePage(db, viewer, slug)
    if (article !== null) return shown(articlePage(article))
    const notice = await readWithdrawalNotice(db, slug)
    if (notice !== null) return shown(withdrawnPage(notice), 410)
    throw new NotFoundError(`There is no article "${slug}".`)
  })
  add('/entities/:slug{[^/.]+}', async ({ viewer, http }) => {
    const slug = http.req.param('slug') ?? ''
    const entity = await readEntityPage(db, viewer, slug)
    if (entity === null) throw new NotFoundError(`There is no entity "${slug}".`)
    if (entity.slug !== slug) return moved(`/entities/${encodeURIComponent(entity.slug)}`)
    return shown(entityPage(entity))
  })
  add('/metrics/:key{[^/.]+}', async ({ viewer, http }) => {
    const key = http.req.param('key') ?? ''
    const metric = await findMetric(db, viewer, key)
    if (metric === null) throw new NotFoundError(`There is no metric "${key}".`)
    if (metric.key !== key) return moved(`/metrics/${encodeURIComponent(metric.key)}`)
    const figures = await readMetricFigures(db, viewer, metric.id)
    return shown(await metricPage({ metric, ...(await chartOf(key, viewer, db)) }, figures))
  })
}

/** The chart, or why there is none: a metric may have more points than one shows. */
async function chartOf(metric: string, viewer: Viewer, db: Db) {
  try {
    const data = await readChart(db, viewer, { metric, interval: 'AS_REPORTED' })
    return { data, message: '' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { data: null, message: error.message }
  }
}

const moved = (location: string): Shown => ({
  body: '',
  status: 308,
  headers: { Location: location },
})

const shown = async (page: Page, status = 200): Promise<Shown> => ({
  body: String(await pageLayout(page)),
  status,
})
