import { markNotSame, unmarkNotSame } from '../../actions/mark-not-same.ts'
import { ConflictError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { readGlobalId } from '../review/global-id.ts'
import { Entity } from './entity.ts'
import { Organization } from './organization.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'

const ENTITIES = [Person, Place, Organization]

const pairPayload = (name: string) =>
  builder.objectRef<{ ids: readonly number[] }>(name).implement({
    description: 'The two entities.',
    fields: (t) => ({
      entities: t.prismaField({
        type: [Entity],
        description: 'Both of them.',
        resolve: (query, { ids }, _args, { db }: Context) =>
          db.entity.findMany({ ...query, where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } }),
      }),
    }),
  })

builder.mutationFields((t) => {
  const args = {
    id: t.arg.globalID({ for: ENTITIES, required: true, description: 'One of them.' }),
    other: t.arg.globalID({ for: ENTITIES, required: true, description: 'The other.' }),
  }
  return {
    markNotSame: t.field({
      type: pairPayload('MarkNotSamePayload'),
      description:
        'Remembers that two entities are different: they are never merged nor suggested for it. Needs REVIEW.',
      args,
      errors: {
        types: [NotFoundError, ConflictError],
        union: { name: 'MarkNotSameResult', description: 'The two, or why not.' },
      },
      resolve: async (_root, { id, other }, context) => ({
        ids: await markNotSame(context, { id: readGlobalId(id), otherId: readGlobalId(other) }),
      }),
    }),
    unmarkNotSame: t.field({
      type: pairPayload('UnmarkNotSamePayload'),
      description: 'Takes back that two entities are different. Needs REVIEW.',
      args,
      errors: {
        types: [NotFoundError, ConflictError],
        union: { name: 'UnmarkNotSameResult', description: 'The two, or why not.' },
      },
      resolve: async (_root, { id, other }, context) => ({
        ids: await unmarkNotSame(context, { id: readGlobalId(id), otherId: readGlobalId(other) }),
      }),
    }),
  }
})
