import { articleOrders } from '../../core/orders.ts'
import { sourceArticles } from '../../db/relations.ts'
import { Article, ArticleConnection } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { Source } from './source.ts'

builder.prismaObjectField(Source, 'articles', (t) =>
  t.connection(
    {
      type: Article,
      description: 'Its articles, newest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: articleOrders.PUBLISHED_AT('DESC') }, id, {
          relation: sourceArticles(context.viewer),
          rows: (query) => context.db.article.findMany(query),
        }),
    },
    ArticleConnection,
  ),
)
