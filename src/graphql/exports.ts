import { articleJsonLd } from '../exports/article-json-ld.ts'
import { articleNinjs } from '../exports/article-ninjs.ts'
import { figureJsonLd } from '../exports/figure-json-ld.ts'
import { createLinks } from '../exports/links.ts'
import { type ExportedArticle, readArticles } from '../exports/read-articles.ts'
import { readFigures } from '../exports/read-figures.ts'
import { Article } from './articles/article.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { Figure } from './figures/figure.ts'

/** What one costs: an article is read with its mentions and figures. */
const COST = { field: 20, multiplier: 1 }
/** All of a request's documents are read together, whichever field asks. */
const DOCUMENTS = {}

const loadArticle = ({ batches, db, viewer }: Context, id: number): Promise<ExportedArticle> =>
  batches
    .of('exported-articles', DOCUMENTS, async (ids) => byId(await readArticles(db, viewer, ids)))
    .load(id)

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

builder.prismaObjectFields(Article, (t) => ({
  jsonLd: t.field({
    type: 'JSON',
    description:
      'The article as schema.org NewsArticle, with what it names, its corrections and its figures as claims.',
    complexity: COST,
    resolve: async ({ id }, _args, context) =>
      articleJsonLd(await loadArticle(context, id), createLinks(context.publicUrl)),
  }),
  ninjs: t.field({
    type: 'JSON',
    description: "The article as IPTC's ninjs 3.1.",
    complexity: COST,
    resolve: async ({ id }, _args, context) =>
      articleNinjs(await loadArticle(context, id), createLinks(context.publicUrl)),
  }),
}))

builder.prismaObjectField(Figure, 'jsonLd', (t) =>
  t.field({
    type: 'JSON',
    description: 'The figure as a schema.org Claim about an Observation.',
    complexity: COST,
    resolve: async ({ id }, _args, { batches, db, viewer, publicUrl }) => {
      const figures = batches.of('exported-figures', DOCUMENTS, async (ids) =>
        byId(await readFigures(db, viewer, ids)),
      )
      return {
        '@context': 'https://schema.org',
        ...figureJsonLd(await figures.load(id), createLinks(publicUrl)),
      }
    },
  }),
)
