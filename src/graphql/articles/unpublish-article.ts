import { unpublishArticle } from '../../actions/unpublish-article.ts'
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

const UnpublishArticleInput = builder.inputType('UnpublishArticleInput', {
  description: 'Which article to take back.',
  fields: (t) => ({
    id: t.globalID({ for: [Article], required: true, description: 'The article.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

builder.mutationField('unpublishArticle', (t) =>
  t.field({
    type: articlePayload('UnpublishArticlePayload'),
    description:
      'Takes an article back without a notice. It stays back whatever the CMS sends, until publishArticle. Needs INGEST.',
    args: {
      input: t.arg({ type: UnpublishArticleInput, required: true, description: 'Which.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError, RevisionConflictError],
      union: {
        name: 'UnpublishArticleResult',
        description: 'The article, now hidden, or why not.',
      },
    },
    resolve: async (_root, { input }, context) => {
      const { id, ...change } = input
      const articleId = readNodeId(String(id.id))
      await unpublishArticle(context, { ...change, articleId })
      return { articleId }
    },
  }),
)
