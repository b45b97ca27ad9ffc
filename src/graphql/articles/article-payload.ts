import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { Article } from './article.ts'
import { ArticleRevision } from './article-revision.ts'

/** What a mutation of an article gives back: the article as it is now stored. */
export const articlePayload = (name: string) =>
  builder.objectRef<{ articleId: number }>(name).implement({
    description: 'The article as it is now stored.',
    fields: (t) => ({
      article: t.prismaField({
        type: Article,
        description: 'The article.',
        resolve: (query, { articleId }, _args, { db }: Context) =>
          db.article.findUniqueOrThrow({ ...query, where: { id: articleId } }),
      }),
      revision: t.prismaField({
        type: ArticleRevision,
        description: 'Its current text.',
        resolve: (query, { articleId }, _args, { db }: Context) =>
          db.articleRevision.findFirstOrThrow({
            ...query,
            where: { currentOf: { id: articleId } },
          }),
      }),
    }),
  })

/** What changing an article can run into. */
export const EXPECTED_REVISION =
  'Number of the revision that you read: another one is a RevisionConflictError.'
