import { correctArticle } from '../../actions/correct-article.ts'
import { InvalidInputError, NotFoundError, RevisionConflictError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { NoticeKind } from '../enums.ts'
import { Figure } from '../figures/figure.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'
import { articlePayload, EXPECTED_REVISION } from './article-payload.ts'

const FigureCorrectionInput = builder.inputType('FigureCorrectionInput', {
  description: 'What becomes of one figure, where the new text does not make it plain.',
  fields: (t) => ({
    figure: t.globalID({
      for: [Figure],
      required: true,
      description: 'The figure that was wrong.',
    }),
    words: t.string({
      description: 'Words of the new text that report it now: "653 drones". Null retracts it.',
    }),
  }),
})

const CorrectArticleInput = builder.inputType('CorrectArticleInput', {
  description: 'A notice, and what is right. What is absent of the text stays as it is.',
  fields: (t) => ({
    id: t.globalID({ for: [Article], required: true, description: 'The article.' }),
    kind: t.field({
      type: NoticeKind,
      description: 'What the notice tells readers.',
      defaultValue: 'CORRECTION',
    }),
    text: t.string({
      required: true,
      description: 'The notice: what was wrong and what is right.',
    }),
    headline: t.string({ description: 'The new headline.' }),
    dek: t.string({ description: 'The new line under the headline; null for none.' }),
    bodyText: t.string({ description: 'The whole new text. Give this or bodyHtml, or neither.' }),
    bodyHtml: t.string({ description: 'The whole new text as HTML.' }),
    figures: t.field({
      type: [FigureCorrectionInput],
      description: 'Figures whose successor is not plain, at most 100. The others are matched.',
    }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

builder.mutationField('correctArticle', (t) =>
  t.field({
    type: articlePayload('CorrectArticlePayload'),
    description:
      'Puts an article right with a notice and a revision of its own. Figures that changed are SUPERSEDED by the new ones, series and claims follow. Brings a withdrawn article back. Needs INGEST.',
    args: {
      input: t.arg({ type: CorrectArticleInput, required: true, description: 'The correction.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, RevisionConflictError],
      union: { name: 'CorrectArticleResult', description: 'The corrected article, or why not.' },
    },
    resolve: async (_root, { input }, context) => {
      const { id, figures, kind, ...change } = input
      const articleId = readNodeId(String(id.id))
      await correctArticle(context, {
        ...change,
        ...(kind && { kind }),
        articleId,
        figures: (figures ?? []).map(({ figure, words }) => ({
          figureId: readNodeId(String(figure.id)),
          words: words ?? null,
        })),
      })
      return { articleId }
    },
  }),
)
