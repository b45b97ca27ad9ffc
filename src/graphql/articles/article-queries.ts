import { InvalidInputError } from '../../core/app-error.ts'
import { normalizeUrl } from '../../core/normalize-url.ts'
import { articleOrders, type Direction } from '../../core/orders.ts'
import { fewArticles } from '../../db/few-rows.ts'
import { articleWhere } from '../../db/filters.ts'
import { resolveArticleFilter } from '../../db/resolve-filter.ts'
import { visibleArticle, visibleArticleAsOf } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { ArticleOrderField, DirectionEnum } from '../enums.ts'
import { ArticleFilterInput } from '../filter-inputs.ts'
import { readNodeId } from '../node-id.ts'
import { Article, ArticleConnection } from './article.ts'
import { rememberAsOf } from './text-as-of.ts'

const AS_OF =
  'As it was at this moment: what readers could see then and still can, with the text, language, authors, corrections, mentions and figures of then. Status, addresses, topics, the lists of people, places and organizations, what a figure became and what people decided since are those of today: their history is not kept.'

interface ArticleOrder {
  readonly field: keyof typeof articleOrders
  readonly direction: Direction
}

const ArticleOrderInput = builder.inputRef<ArticleOrder>('ArticleOrder').implement({
  description: 'How articles are ordered; ties by id.',
  fields: (t) => ({
    field: t.field({ type: ArticleOrderField, required: true, description: 'By what.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Which end comes first.',
    }),
  }),
})

builder.queryField('articles', (t) =>
  t.connection(
    {
      type: Article,
      description: 'Articles, newest first unless ordered otherwise.',
      args: {
        filter: t.arg({ type: ArticleFilterInput, description: 'Only those that match.' }),
        orderBy: t.arg({ type: ArticleOrderInput, description: 'How they are ordered.' }),
        asOf: t.arg({ type: 'DateTime', description: AS_OF }),
      },
      resolve: async (_root, args, context, info) => {
        rememberAsOf({ context, info }, args.asOf)
        const { field, direction } = args.orderBy ?? { field: 'PUBLISHED_AT', direction: 'DESC' }
        const { db, viewer } = context
        const filter = await resolveArticleFilter({ db, viewer }, args.filter)
        const wanted = {
          AND: [
            articleWhere(filter, viewer),
            await fewArticles(db, filter),
            visibleArticleAsOf(args.asOf),
          ],
        }
        return rootConnection(
          { args, context, info, order: articleOrders[field](direction) },
          {
            where: wanted,
            rows: (query) => context.db.article.findMany(query),
            count: () => context.db.article.count({ where: wanted }),
          },
        )
      },
    },
    ArticleConnection,
  ),
)

builder.queryField('article', (t) =>
  t.prismaField({
    type: Article,
    nullable: true,
    description:
      'One article, by exactly one of its keys; null where there is none that you may see.',
    args: {
      id: t.arg.globalID({ for: [Article], description: 'Its id.' }),
      slug: t.arg.string({ description: 'Its slug.' }),
      url: t.arg({ type: 'URL', description: 'Its address, or one it had before.' }),
      asOf: t.arg({ type: 'DateTime', description: AS_OF }),
    },
    resolve: (query, _root, { id, slug, url, asOf }, context, info) => {
      const { db, viewer } = context
      rememberAsOf({ context, info }, asOf)
      const keys = [
        id && { id: readNodeId(String(id.id)) },
        slug != null && { slug },
        url != null && { urls: { some: { url: normalizeUrl(url) } } },
      ].filter((key) => typeof key === 'object' && key !== null)
      const [key, ...others] = keys
      if (key === undefined || others.length > 0) {
        throw new InvalidInputError('Give exactly one of "id", "slug" and "url".')
      }
      return db.article.findFirst({
        ...query,
        where: { AND: [key, visibleArticle(viewer), visibleArticleAsOf(asOf)] },
      })
    },
  }),
)
