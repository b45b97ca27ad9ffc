import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { Entity } from './entity.ts'

/** What a mutation of an entity gives back: the entity as it is now stored. */
export const entityPayload = (name: string) =>
  builder.objectRef<{ entityId: number }>(name).implement({
    description: 'The entity as it is now stored.',
    fields: (t) => ({
      entity: t.prismaField({
        type: Entity,
        description: 'The entity.',
        resolve: (query, { entityId }, _args, { db }: Context) =>
          db.entity.findUniqueOrThrow({ ...query, where: { id: entityId } }),
      }),
    }),
  })
