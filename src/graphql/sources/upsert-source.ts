import { upsertSource } from '../../actions/upsert-source.ts'
import { ConflictError, InvalidInputError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { ImportFormatEnum, SourceAdapter, SourceExtractor } from '../enums.ts'
import { Source } from './source.ts'

const SourcePullInput = builder.inputType('SourcePullInput', {
  description: 'Where a source is fetched from.',
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      required: true,
      description: 'A feed, a page, a file or a WordPress site.',
    }),
    format: t.field({ type: ImportFormatEnum, description: 'What is there; AUTO when absent.' }),
    minutes: t.int({ description: 'How often it is fetched; only when asked when absent.' }),
    credentials: t.string({
      description: 'As "user:password", for that server. It is not shown again.',
    }),
  }),
})

const UpsertSourceInput = builder.inputType('UpsertSourceInput', {
  description: 'A new source, or changes to one. What is absent stays as it is.',
  fields: (t) => ({
    slug: t.string({ required: true, description: 'Its key: a-z, 0-9 and "-".' }),
    name: t.string({ description: 'Its name; the slug when absent.' }),
    url: t.field({ type: 'URL', description: 'Its site.' }),
    pull: t.field({
      type: SourcePullInput,
      description: 'Where it is fetched from, as a whole; null ends that.',
    }),
    enabled: t.boolean({ description: 'Whether articles are taken from it.' }),
    adapter: t.field({
      type: SourceAdapter,
      description: 'Whose payloads it sends to POST /ingest/:source; GENERIC when absent.',
    }),
    extractor: t.field({
      type: SourceExtractor,
      description: 'What reads its articles from now on.',
    }),
  }),
})

const UpsertSourcePayload = builder
  .objectRef<{ sourceId: number }>('UpsertSourcePayload')
  .implement({
    description: 'The source as it is now stored.',
    fields: (t) => ({
      source: t.prismaField({
        type: Source,
        description: 'The source.',
        resolve: (query, { sourceId }, _args, { db }) =>
          db.source.findUniqueOrThrow({ ...query, where: { id: sourceId } }),
      }),
    }),
  })

builder.mutationField('upsertSource', (t) =>
  t.field({
    type: UpsertSourcePayload,
    description: 'Creates a source or changes one. Needs ADMIN.',
    args: { input: t.arg({ type: UpsertSourceInput, required: true, description: 'The source.' }) },
    errors: {
      types: [InvalidInputError, ConflictError],
      union: {
        name: 'UpsertSourceResult',
        description: 'The source, or why it cannot be stored.',
      },
    },
    resolve: async (_root, { input }, context) => ({
      sourceId: await upsertSource(context, input),
    }),
  }),
)
