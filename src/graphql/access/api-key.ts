import { may } from '../../auth/actor.ts'
import { readScopes } from '../../auth/api-key.ts'
import { builder } from '../builder.ts'
import { ScopeEnum } from '../enums.ts'
import { readNodeId } from '../node-id.ts'

export const ApiKey = builder.prismaNode('ApiKey', {
  description: 'An API key; the key itself is not stored.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id: may(actor, 'ADMIN') ? readNodeId(id) : 0 }),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    prefix: t.exposeString('prefix', { description: 'Its first characters, to tell keys apart.' }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'What it may do.',
      select: { scopes: true },
      resolve: ({ scopes }) => readScopes(scopes),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it no longer works.',
    }),
  }),
})
