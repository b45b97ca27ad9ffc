import { addMention } from '../../actions/add-mention.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'
import { EntityType } from '../enums.ts'
import { readGlobalId } from './global-id.ts'
import { mentionPayload } from './payloads.ts'
import { SpanInputType } from './span-input.ts'

const NewEntityInput = builder.inputType('NewEntityInput', {
  description: 'Somebody or something that is in no list yet.',
  fields: (t) => ({
    type: t.field({ type: EntityType, required: true, description: 'What it is.' }),
    name: t.string({ required: true, description: 'Its full name.' }),
  }),
})

const AddMentionInput = builder.inputType('AddMentionInput', {
  description: 'A mention that the extraction overlooked. Give "entity" or "newEntity".',
  fields: (t) => ({
    article: t.globalID({ for: [Article], required: true, description: 'Where it stands.' }),
    span: t.field({ type: SpanInputType, required: true, description: 'The words.' }),
    entity: t.globalID({ for: [Person, Place, Organization], description: 'Who is named.' }),
    newEntity: t.field({ type: NewEntityInput, description: 'Who is named, and made with it.' }),
    metonym: t.boolean({ description: 'Whether a place stands for its government or team.' }),
    expectedRevision: t.int({
      description: 'Number of the revision that was looked at: a conflict when another is current.',
    }),
  }),
})

builder.mutationField('addMention', (t) =>
  t.field({
    type: mentionPayload('AddMentionPayload'),
    description:
      'Adds a mention that the extraction overlooked, at words of the current text. Needs REVIEW.',
    args: { input: t.arg({ type: AddMentionInput, required: true, description: 'The mention.' }) },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'AddMentionResult', description: 'The mention, or why it was not added.' },
    },
    resolve: async (_root, { input: { article, entity, ...about } }, context) => ({
      mentionId: await addMention(context, {
        ...about,
        articleId: readGlobalId(article),
        entityId: entity == null ? null : readGlobalId(entity),
      }),
    }),
  }),
)
