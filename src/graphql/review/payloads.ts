import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { Mention } from '../entities/mention.ts'
import { Figure } from '../figures/figure.ts'

/** What a mutation of a mention gives back: also where it is rejected, and in no list any more. */
export const mentionPayload = (name: string) =>
  builder.objectRef<{ mentionId: number }>(name).implement({
    description: 'The mention as it is now stored.',
    fields: (t) => ({
      mention: t.prismaField({
        type: Mention,
        description: 'The mention.',
        resolve: (query, { mentionId }, _args, { db }: Context) =>
          db.mention.findUniqueOrThrow({ ...query, where: { id: mentionId } }),
      }),
    }),
  })

/** The same of a figure. */
export const figurePayload = (name: string) =>
  builder.objectRef<{ figureId: number }>(name).implement({
    description: 'The figure as it is now stored.',
    fields: (t) => ({
      figure: t.prismaField({
        type: Figure,
        description: 'The figure.',
        resolve: (query, { figureId }, _args, { db }: Context) =>
          db.figure.findUniqueOrThrow({ ...query, where: { id: figureId } }),
      }),
    }),
  })
