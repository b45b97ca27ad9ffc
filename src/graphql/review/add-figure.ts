import { addFigure } from '../../actions/add-figure.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { FigureContentInput, readFigureContent } from './figure-input.ts'
import { readGlobalId } from './global-id.ts'
import { figurePayload } from './payloads.ts'
import { SpanInputType } from './span-input.ts'

const AddFigureInput = builder.inputType('AddFigureInput', {
  description: 'A figure that the extraction overlooked.',
  fields: (t) => ({
    article: t.globalID({ for: [Article], required: true, description: 'Where it stands.' }),
    span: t.field({
      type: SpanInputType,
      required: true,
      description: 'The words: the number and what it counts.',
    }),
    valueText: t.string({ description: 'The number as written; the whole span when absent.' }),
    figure: t.field({ type: FigureContentInput, required: true, description: 'What it says.' }),
    expectedRevision: t.int({
      description: 'Number of the revision that was looked at: a conflict when another is current.',
    }),
  }),
})

builder.mutationField('addFigure', (t) =>
  t.field({
    type: figurePayload('AddFigurePayload'),
    description:
      'Adds a figure that the extraction overlooked, at words of the current text. Needs REVIEW.',
    args: { input: t.arg({ type: AddFigureInput, required: true, description: 'The figure.' }) },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'AddFigureResult', description: 'The figure, or why it was not added.' },
    },
    resolve: async (_root, { input: { article, figure, ...words } }, context) => ({
      figureId: await addFigure(context, {
        ...words,
        articleId: readGlobalId(article),
        figure: readFigureContent(figure),
      }),
    }),
  }),
)
