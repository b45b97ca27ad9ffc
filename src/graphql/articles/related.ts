import { newestArticles } from '../../core/orders.ts'
import { readPage } from '../../core/page.ts'
import { type RelatedArticle, relatedArticles } from '../../db/related-articles.ts'
import { builder } from '../builder.ts'
import { Entity } from '../entities/entity.ts'
import { loadRows } from '../load-rows.ts'
import { Article } from './article.ts'

const RelatedArticleType = builder.objectRef<RelatedArticle>('RelatedArticle').implement({
  description: 'An article that names some of the same people, places and organizations.',
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The other one.',
      resolve: async ({ articleId }, _args, context, info) => {
        const [article] = await loadRows([articleId], { context, info }, (query) =>
          context.db.article.findMany(query),
        )
        if (!article) throw new Error(`The related article ${articleId} is gone.`)
        return article
      },
    }),
    score: t.exposeFloat('score', {
      description:
        'The sum over the shared entities of 1 / ln(articles that name it): rare ones count more.',
    }),
    sharedEntities: t.field({
      type: [Entity],
      description: 'What both name, the rarest first.',
      resolve: ({ entityIds }, _args, context, info) =>
        loadRows(entityIds, { context, info }, (query) => context.db.entity.findMany(query)),
    }),
  }),
})

builder.prismaObjectField(Article, 'related', (t) =>
  t.field({
    type: [RelatedArticleType],
    description: 'Articles that share entities with it, the highest score first.',
    args: { first: t.arg.int({ description: 'How many: 20 unless given, at most 100.' }) },
    resolve: async ({ id }, { first }, { batches, db, viewer }, info) => {
      const [field] = info.fieldNodes
      if (field === undefined) throw new Error('A resolver was called without a field.')
      const { size } = readPage({ first }, newestArticles)
      const lists = batches.of('related', field, (ids) =>
        relatedArticles(db, viewer, { ids, first: size }),
      )
      return lists.load(id)
    },
  }),
)
