import { revokeApiKey } from '../../actions/revoke-api-key.ts'
import { NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { ApiKey } from './api-key.ts'

const RevokeApiKeyPayload = builder.objectRef<{ id: number }>('RevokeApiKeyPayload').implement({
  description: 'The key, which no longer works.',
  fields: (t) => ({
    apiKey: t.prismaField({
      type: ApiKey,
      description: 'The key.',
      resolve: (query, { id }, _args, { db }) =>
        db.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: RevokeApiKeyPayload,
    description: 'Ends an API key, at once and for good. Needs ADMIN.',
    args: { id: t.arg.globalID({ for: [ApiKey], required: true, description: "The key's id." }) },
    errors: {
      types: [NotFoundError],
      union: { name: 'RevokeApiKeyResult', description: 'The ended key, or why not.' },
    },
    resolve: async (_root, args, context) => {
      const id = readNodeId(String(args.id.id))
      await revokeApiKey(context, id)
      return { id }
    },
  }),
)
