import { type Actor, may, SCOPES } from '../../auth/actor.ts'
import { builder } from '../builder.ts'
import { ScopeEnum } from '../enums.ts'

const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who is asking.',
  fields: (t) => ({
    authenticated: t.boolean({
      description: 'Whether a good API key came with the request.',
      resolve: ({ scopes }) => scopes !== null,
    }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'What the key may do; nothing without one.',
      resolve: (actor) => SCOPES.filter((scope) => may(actor, scope)),
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'Who is asking.',
    resolve: (_root, _args, { actor }) => actor,
  }),
)
