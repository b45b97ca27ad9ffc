import { publishArticle } from '../../actions/publish-article.ts'
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  RevisionConflictError,
} from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'
import { articlePayload, EXPECTED_REVISION } from './article-payload.ts'

const PublishArticleInput = builder.inputType('PublishArticleInput', {
  description: 'Which article to publish, and when.',
  fields: (t) => ({
    id: t.globalID({ for: [Article], required: true, description: 'The article.' }),
    publishedAt: t.field({
      type: 'DateTime',
      description: 'When; now, or the time of its first publication, where absent.',
    }),
    embargoedUntil: t.field({
      type: 'DateTime',
      description: 'Not public before this. An embargo stays where this is absent; null lifts it.',
    }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

builder.mutationField('publishArticle', (t) =>
  t.field({
    type: articlePayload('PublishArticlePayload'),
    description:
      'Makes an article public, now or at a time to come. Publishing twice changes nothing. Needs INGEST.',
    args: {
      input: t.arg({ type: PublishArticleInput, required: true, description: 'Which, and when.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError, RevisionConflictError],
      union: { name: 'PublishArticleResult', description: 'The published article, or why not.' },
    },
    resolve: async (_root, { input }, context) => {
      const { id, ...change } = input
      const articleId = readNodeId(String(id.id))
      await publishArticle(context, { ...change, articleId })
      return { articleId }
    },
  }),
)
