import { rotateSourceSecret } from '../../actions/rotate-source-secret.ts'
import { InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { Source } from './source.ts'

const RotateSourceSecretInput = builder.inputType('RotateSourceSecretInput', {
  description: 'Which source gets a new secret.',
  fields: (t) => ({
    slug: t.string({ required: true, description: 'Its key.' }),
    secret: t.string({
      description:
        'The secret that the CMS made, as Contentful does; without it, one is made here.',
    }),
    overlapHours: t.float({
      description: 'How long the secret before goes on working: 24 unless given, at most 720.',
    }),
  }),
})

const RotateSourceSecretPayload = builder
  .objectRef<{ sourceId: number; secret: string }>('RotateSourceSecretPayload')
  .implement({
    description: 'The new secret. This is the only time it is shown.',
    fields: (t) => ({
      source: t.prismaField({
        type: Source,
        description: 'The source.',
        resolve: (query, { sourceId }, _args, { db }) =>
          db.source.findUniqueOrThrow({ ...query, where: { id: sourceId } }),
      }),
      secret: t.exposeString('secret', {
        description: 'For the CMS to sign with, or to send as "Authorization: Bearer <secret>".',
      }),
    }),
  })

builder.mutationField('rotateSourceSecret', (t) =>
  t.field({
    type: RotateSourceSecretPayload,
    description: 'Gives a source a secret, or a new one. Needs ADMIN.',
    args: {
      input: t.arg({ type: RotateSourceSecretInput, required: true, description: 'The source.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError],
      union: { name: 'RotateSourceSecretResult', description: 'The secret, or why there is none.' },
    },
    resolve: (_root, { input: { slug, secret, overlapHours } }, context) =>
      rotateSourceSecret(context, {
        slug,
        ...(secret != null && { secret }),
        ...(overlapHours != null && { overlapHours }),
      }),
  }),
)
