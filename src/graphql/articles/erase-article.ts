import { eraseArticle } from '../../actions/erase-article.ts'
import { InvalidInputError, NotFoundError, RevisionConflictError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'
import { EXPECTED_REVISION } from './article-payload.ts'

const EraseArticleInput = builder.inputType('EraseArticleInput', {
  description: 'Which article to erase.',
  fields: (t) => ({
    id: t.globalID({ for: [Article], required: true, description: 'The article.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

const EraseArticlePayload = builder
  .objectRef<{ erasedId: string }>('EraseArticlePayload')
  .implement({
    description: 'All that is left of the article.',
    fields: (t) => ({
      erasedId: t.id({ description: 'The id it had.', resolve: ({ erasedId }) => erasedId }),
    }),
  })

builder.mutationField('eraseArticle', (t) =>
  t.field({
    type: EraseArticlePayload,
    description:
      'Deletes an article with all its texts, figures and payloads, for good: a line in the audit log is all that stays. Needs ADMIN.',
    args: {
      input: t.arg({ type: EraseArticleInput, required: true, description: 'Which.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, RevisionConflictError],
      union: { name: 'EraseArticleResult', description: 'The id of what is gone, or why not.' },
    },
    resolve: async (_root, { input: { id, expectedRevision } }, context) => {
      await eraseArticle(context, { articleId: readNodeId(String(id.id)), expectedRevision })
      return { erasedId: Buffer.from(`${id.typename}:${id.id}`).toString('base64') }
    },
  }),
)
