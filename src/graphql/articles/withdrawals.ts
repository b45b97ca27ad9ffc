import { InvalidInputError } from '../../core/app-error.ts'
import { globalId } from '../../core/global-id.ts'
import { normalizeUrl } from '../../core/normalize-url.ts'
import { newestNotices } from '../../core/orders.ts'
import { publicNotice } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'

const Withdrawal = builder.prismaObject('Correction', {
  variant: 'Withdrawal',
  description: 'The public notice on a story that no longer stands: all that is shown of it.',
  select: { id: true },
  fields: (t) => ({
    articleId: t.id({
      description: 'The id that the article has.',
      select: { articleId: true },
      resolve: ({ articleId }) => globalId('Article', articleId),
    }),
    slug: t.string({
      description: 'The slug that it has.',
      select: { article: { select: { slug: true } } },
      resolve: ({ article }) => article.slug,
    }),
    canonicalUrl: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where readers found it.',
      select: { article: { select: { canonicalUrl: true } } },
      resolve: ({ article }) => article.canonicalUrl,
    }),
    text: t.exposeString('text', { description: 'Why the story no longer stands.' }),
    withdrawnAt: t.expose('issuedAt', { type: 'DateTime', description: 'Since when.' }),
  }),
})

builder.queryField('withdrawals', (t) =>
  t.connection(
    {
      type: Withdrawal,
      description: 'Notices on withdrawn stories, newest first.',
      resolve: (_root, args, context, info) =>
        rootConnection(
          { args, context, info, order: newestNotices },
          {
            where: publicNotice,
            rows: (query) => context.db.correction.findMany(query),
            count: () => context.db.correction.count({ where: publicNotice }),
          },
        ),
    },
    { name: 'WithdrawalConnection', description: 'A page of notices.' },
    { name: 'WithdrawalEdge', description: 'A row of the page and its cursor.' },
  ),
)

builder.queryField('withdrawal', (t) =>
  t.prismaField({
    type: Withdrawal,
    nullable: true,
    description: 'The notice on a withdrawn story, by exactly one key of the article.',
    args: {
      id: t.arg.globalID({ for: [Article], description: 'The id of the article.' }),
      slug: t.arg.string({ description: 'Its slug.' }),
      url: t.arg({ type: 'URL', description: 'Its address, or one it had before.' }),
    },
    resolve: (query, _root, { id, slug, url }, { db }) => {
      const keys = [
        ...(id ? [{ id: readNodeId(String(id.id)) }] : []),
        ...(slug == null ? [] : [{ slug }]),
        ...(url == null ? [] : [{ urls: { some: { url: normalizeUrl(url) } } }]),
      ]
      const [article, ...others] = keys
      if (article === undefined || others.length > 0) {
        throw new InvalidInputError('Give exactly one of "id", "slug" and "url".')
      }
      return db.correction.findFirst({
        ...query,
        where: { AND: [publicNotice, { article }] },
        orderBy: { id: 'desc' },
      })
    },
  }),
)
