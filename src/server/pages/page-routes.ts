import type { Hono } from 'hono'
import { type AppError, NotFoundError } from '../../core/app-error.ts'
import { readArticlePage, readWithdrawalNotice } from '../../db/article-page.ts'
import type { AppDependencies } from '../app.ts'
import { articlePage, withdrawnPage } from './article-page.ts'
import { errorPage } from './error-page.ts'
import { type Page, pageLayout, STYLESHEET } from './page-layout.ts'
import { addPageRoute, type PageRequest, type Shown } from './page-route.ts'

/** Pages for people: /articles/:slug. Slugs have no dots, so that /articles/a.md is none of them. */
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
}

const shown = async (page: Page, status = 200): Promise<Shown> => ({
  body: String(await pageLayout(page)),
  status,
})
