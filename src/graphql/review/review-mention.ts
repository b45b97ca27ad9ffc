import { reviewMention } from '../../actions/review-mention.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { Mention } from '../entities/mention.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'
import { ReviewDecision, ReviewStatus } from '../enums.ts'
import { readGlobalId } from './global-id.ts'
import { mentionPayload } from './payloads.ts'
import { SpanInputType } from './span-input.ts'

const MentionChangesInput = builder.inputType('MentionChangesInput', {
  description: 'What is different about a mention. What is absent stays as it is.',
  fields: (t) => ({
    entity: t.globalID({ for: [Person, Place, Organization], description: 'Who is named.' }),
    span: t.field({ type: SpanInputType, description: 'The words that name it.' }),
    metonym: t.boolean({ description: 'Whether a place stands for its government or team.' }),
  }),
})

const ReviewMentionInput = builder.inputType('ReviewMentionInput', {
  description: 'A decision about a mention.',
  fields: (t) => ({
    id: t.globalID({ for: [Mention], required: true, description: 'Which mention.' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'What is decided.' }),
    changes: t.field({ type: MentionChangesInput, description: 'For AMEND: what is different.' }),
    expectedRevision: t.int({
      description: 'Number of the revision that was looked at: a conflict when another is current.',
    }),
    expectedStatus: t.field({
      type: ReviewStatus,
      description: 'Its status when it was looked at: a conflict when it is another by now.',
    }),
  }),
})

builder.mutationField('reviewMention', (t) =>
  t.field({
    type: mentionPayload('ReviewMentionPayload'),
    description:
      'Decides about a mention: accepts, amends or rejects it. A later decision undoes it; extractions never do. Needs REVIEW.',
    args: {
      input: t.arg({ type: ReviewMentionInput, required: true, description: 'The decision.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'ReviewMentionResult', description: 'The mention, or why it stays.' },
    },
    resolve: async (_root, { input: { id, changes, ...review } }, context) => ({
      mentionId: await reviewMention(context, {
        ...review,
        id: readGlobalId(id),
        ...(changes && {
          changes: {
            ...(changes.entity != null && { entityId: readGlobalId(changes.entity) }),
            ...(changes.span != null && { span: changes.span }),
            ...(changes.metonym != null && { metonym: changes.metonym }),
          },
        }),
      }),
    }),
  }),
)
