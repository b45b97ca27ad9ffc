import { reviewFigure } from '../../actions/review-figure.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { ReviewDecision, ReviewStatus } from '../enums.ts'
import { Figure } from '../figures/figure.ts'
import { FigureContentInput, readFigureContent } from './figure-input.ts'
import { readGlobalId } from './global-id.ts'
import { figurePayload } from './payloads.ts'

const ReviewFigureInput = builder.inputType('ReviewFigureInput', {
  description: 'A decision about a figure.',
  fields: (t) => ({
    id: t.globalID({ for: [Figure], required: true, description: 'Which figure.' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'What is decided.' }),
    changes: t.field({ type: FigureContentInput, description: 'For AMEND: what is different.' }),
    expectedRevision: t.int({
      description: 'Number of the revision that was looked at: a conflict when another is current.',
    }),
    expectedStatus: t.field({
      type: ReviewStatus,
      description: 'Its status when it was looked at: a conflict when it is another by now.',
    }),
  }),
})

builder.mutationField('reviewFigure', (t) =>
  t.field({
    type: figurePayload('ReviewFigurePayload'),
    description:
      'Decides about a figure: accepts, amends or rejects it. Its claim follows. A later decision undoes it; extractions never do. Needs REVIEW.',
    args: {
      input: t.arg({ type: ReviewFigureInput, required: true, description: 'The decision.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'ReviewFigureResult', description: 'The figure, or why it stays.' },
    },
    resolve: async (_root, { input: { id, changes, ...review } }, context) => ({
      figureId: await reviewFigure(context, {
        ...review,
        id: readGlobalId(id),
        ...(changes && { changes: readFigureContent(changes) }),
      }),
    }),
  }),
)
