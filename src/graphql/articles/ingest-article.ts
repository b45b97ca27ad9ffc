import type { IngestOutcome as Outcome } from '../../actions/decide-outcome.ts'
import { ingestArticle } from '../../actions/ingest-article.ts'
import type { IngestInput } from '../../actions/ingest-input.ts'
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  RevisionConflictError,
} from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { ArticleStatus, EntityType, IngestOutcome, NoticeKind } from '../enums.ts'
import { Article } from './article.ts'
import { EXPECTED_REVISION } from './article-payload.ts'
import { ArticleRevision } from './article-revision.ts'

const TopicInput = builder.inputType('TopicInput', {
  description: 'A subject that the CMS files the article under.',
  fields: (t) => ({
    slug: t.string({ description: 'Its key; made from the name when absent.' }),
    name: t.string({ required: true, description: 'Its name.' }),
  }),
})

const EntityHintInput = builder.inputType('EntityHintInput', {
  description: 'What the CMS already knows about somebody or something in the text.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'A name as the text uses it.' }),
    type: t.field({ type: EntityType, required: true, description: 'What it is.' }),
    externalId: t.string({ description: "The CMS's own id of it." }),
  }),
})

const NoticeInput = builder.inputType('NoticeInput', {
  description: 'What readers are told about a corrected text.',
  fields: (t) => ({
    kind: t.field({
      type: NoticeKind,
      required: true,
      defaultValue: 'CORRECTION',
      description: 'What kind of notice.',
    }),
    text: t.string({ required: true, description: 'What was wrong and what is right.' }),
  }),
})

const IngestArticleInput = builder.inputRef<IngestInput>('IngestArticleInput').implement({
  description: 'The whole state of an article in the CMS. What is absent is unknown, not kept.',
  fields: (t) => ({
    source: t.string({
      required: true,
      description: 'Slug of the source; a key with ADMIN creates it on first use.',
    }),
    externalId: t.string({ required: true, description: "The CMS's own id of the article." }),
    url: t.field({ type: 'URL', description: 'Where readers find it.' }),
    headline: t.string({
      description: "Its headline; taken from the text's first line when absent.",
    }),
    dek: t.string({ description: 'The line under the headline.' }),
    bodyHtml: t.string({ description: 'Its text as HTML. Give this or bodyText.' }),
    bodyText: t.string({
      description: 'Its text, paragraphs separated by blank lines. Give this or bodyHtml.',
    }),
    language: t.string({
      description:
        'BCP 47 tag; detected when absent. A text that is plainly in another language is not stored as English.',
    }),
    authors: t.stringList({ description: 'Its bylines.' }),
    topics: t.field({ type: [TopicInput], description: 'The subjects it is filed under.' }),
    publishedAt: t.field({ type: 'DateTime', description: 'When it was or will be published.' }),
    modifiedAt: t.field({
      type: 'DateTime',
      description: 'When the CMS last changed it: an older state is STALE.',
    }),
    externalRevision: t.string({ description: "The CMS's own name of this version." }),
    embargoedUntil: t.field({ type: 'DateTime', description: 'Not public before this.' }),
    status: t.field({
      type: ArticleStatus,
      description: 'Where it stands; PUBLISHED when absent.',
    }),
    entities: t.field({ type: [EntityHintInput], description: 'What the CMS already knows.' }),
    correction: t.field({
      type: NoticeInput,
      description:
        'Says that this text corrects the one before it. The same notice again adds nothing.',
    }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
})

interface Payload {
  readonly articleId: number
  readonly outcome: Outcome
}

const IngestArticlePayload = builder.objectRef<Payload>('IngestArticlePayload').implement({
  description: 'The article as it is now stored.',
  fields: (t) => ({
    article: t.prismaField({
      type: Article,
      description: 'The article.',
      resolve: (query, { articleId }, _args, { db }) =>
        db.article.findUniqueOrThrow({ ...query, where: { id: articleId } }),
    }),
    outcome: t.expose('outcome', { type: IngestOutcome, description: 'What taking it in did.' }),
    revision: t.prismaField({
      type: ArticleRevision,
      description: 'Its current text.',
      resolve: (query, { articleId }, _args, { db }) =>
        db.articleRevision.findFirstOrThrow({ ...query, where: { currentOf: { id: articleId } } }),
    }),
  }),
})

builder.mutationField('ingestArticle', (t) =>
  t.field({
    type: IngestArticlePayload,
    description:
      'Takes in one article, new or changed, and finds who, where and how many in it. Safe to repeat. Needs INGEST.',
    args: {
      input: t.arg({ type: IngestArticleInput, required: true, description: 'The article.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError, RevisionConflictError],
      union: {
        name: 'IngestArticleResult',
        description: 'The stored article, or why it was not taken in.',
      },
    },
    resolve: (_root, { input }, context) => ingestArticle(context, input),
  }),
)
