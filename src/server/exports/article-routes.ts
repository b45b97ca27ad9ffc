import type { Hono } from 'hono'
import { NotFoundError } from '../../core/app-error.ts'
import { publicNotice, visibleArticle } from '../../db/visibility.ts'
import { articleJsonLd } from '../../exports/article-json-ld.ts'
import { articleMarkdown } from '../../exports/article-markdown.ts'
import { articleNinjs } from '../../exports/article-ninjs.ts'
import type { Links } from '../../exports/links.ts'
import { type ExportedArticle, readArticles } from '../../exports/read-articles.ts'
import type { AppDependencies } from '../app.ts'
import { addExportRoute, type ExportRequest } from './export-route.ts'

interface Format {
  readonly suffix: string
  readonly contentType: string
  readonly write: (article: ExportedArticle, links: Links) => string
}

const FORMATS: readonly Format[] = [
  {
    suffix: '.jsonld',
    contentType: 'application/ld+json; charset=utf-8',
    write: (article, links) => JSON.stringify(articleJsonLd(article, links)),
  },
  {
    suffix: '.ninjs.json',
    contentType: 'application/json; charset=utf-8',
    write: (article, links) => JSON.stringify(articleNinjs(article, links)),
  },
  {
    suffix: '.md',
    contentType: 'text/markdown; charset=utf-8',
    write: articleMarkdown,
  },
]

/** /articles/:slug.jsonld, .ninjs.json and .md: one article as a document. */
export function addArticleRoutes(app: Hono, deps: AppDependencies): void {
  for (const { suffix, contentType, write } of FORMATS) {
    // Slugs have no dots, so a suffix is never a part of one.
    const path = `/articles/:file{[^/.]+${suffix.replaceAll('.', '\\.')}}`
    addExportRoute(app, path, {
      deps,
      write: async (request) => {
        const slug = (request.http.req.param('file') ?? '').slice(0, -suffix.length)
        const article = await findArticle(request, slug)
        if (article === null) return goneOrMissing(request, slug)
        return {
          contentType,
          body: write(article, request.links),
          lastModified: article.updatedAt,
        }
      },
    })
  }
}

async function findArticle(
  { db, viewer }: ExportRequest,
  slug: string,
): Promise<ExportedArticle | null> {
  const found = await db.article.findFirst({
    where: { AND: [{ slug }, visibleArticle(viewer)] },
    select: { id: true },
  })
  if (found === null) return null
  const [article] = await readArticles(db, viewer, [found.id])
  return article ?? null
}

/** A withdrawn story keeps its public notice: 410 with its words. Whatever else is hidden is not there. */
async function goneOrMissing({ db, http }: ExportRequest, slug: string): Promise<Response> {
  const notice = await db.correction.findFirst({
    where: { AND: [publicNotice, { article: { slug } }] },
    orderBy: { id: 'desc' },
  })
  if (notice === null) {
    throw new NotFoundError(
      `There is no article "${slug}": "articles" in GraphQL lists those there are.`,
    )
  }
  const { text, issuedAt } = notice
  return http.json({ code: 'WITHDRAWN', message: text, withdrawnAt: issuedAt.toISOString() }, 410)
}
