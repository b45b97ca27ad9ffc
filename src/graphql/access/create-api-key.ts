import { createApiKey } from '../../actions/create-api-key.ts'
import { InvalidInputError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { ScopeEnum } from '../enums.ts'
import { ApiKey } from './api-key.ts'

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A new API key.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for: "CMS of the Courier".' }),
    scopes: t.field({ type: [ScopeEnum], required: true, description: 'What it may do.' }),
  }),
})

const CreateApiKeyPayload = builder
  .objectRef<{ id: number; key: string }>('CreateApiKeyPayload')
  .implement({
    description: 'The new key. This is the only time it is shown.',
    fields: (t) => ({
      apiKey: t.prismaField({
        type: ApiKey,
        description: 'What is stored of it.',
        resolve: (query, { id }, _args, { db }) =>
          db.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
      }),
      key: t.exposeString('key', { description: 'Send it as "Authorization: Bearer <key>".' }),
    }),
  })

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: CreateApiKeyPayload,
    description: 'Makes an API key. Needs ADMIN.',
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    errors: {
      types: [InvalidInputError],
      union: {
        name: 'CreateApiKeyResult',
        description: 'The key, or what is wrong with the input.',
      },
    },
    resolve: (_root, { input }, context) => createApiKey(context, input),
  }),
)
