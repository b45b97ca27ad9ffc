import { withdrawArticle } from '../../actions/withdraw-article.ts'
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

const WithdrawArticleInput = builder.inputType('WithdrawArticleInput', {
  description: 'Which article to withdraw, and what to tell its readers.',
  fields: (t) => ({
    id: t.globalID({ for: [Article], required: true, description: 'The article.' }),
    text: t.string({ required: true, description: 'The notice: why the story no longer stands.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

builder.mutationField('withdrawArticle', (t) =>
  t.field({
    type: articlePayload('WithdrawArticlePayload'),
    description:
      'Takes back a story that no longer stands: readers see the notice and nothing else, its figures are RETRACTED. Needs INGEST.',
    args: {
      input: t.arg({ type: WithdrawArticleInput, required: true, description: 'Which, and why.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError, RevisionConflictError],
      union: { name: 'WithdrawArticleResult', description: 'The withdrawn article, or why not.' },
    },
    resolve: async (_root, { input }, context) => {
      const { id, ...change } = input
      const articleId = readNodeId(String(id.id))
      await withdrawArticle(context, { ...change, articleId })
      return { articleId }
    },
  }),
)
