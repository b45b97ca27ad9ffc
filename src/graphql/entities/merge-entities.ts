import { mergeEntities } from '../../actions/merge-entities.ts'
import { unmergeEntity } from '../../actions/unmerge-entity.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { readGlobalId } from '../review/global-id.ts'
import { entityPayload } from './entity-payload.ts'
import { Organization } from './organization.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'

const ENTITIES = [Person, Place, Organization]

builder.mutationFields((t) => ({
  mergeEntities: t.field({
    type: entityPayload('MergeEntitiesPayload'),
    description:
      'Makes one entity of several that are the same, of one type. Old ids and slugs lead to the one that stays. Needs REVIEW.',
    args: {
      ids: t.arg.globalIDList({
        for: ENTITIES,
        required: true,
        description: 'Those that go, at most 50.',
      }),
      into: t.arg.globalID({ for: ENTITIES, required: true, description: 'The one that stays.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'MergeEntitiesResult', description: 'The survivor, or why not.' },
    },
    resolve: async (_root, { ids, into }, context) => ({
      entityId: await mergeEntities(context, {
        ids: ids.map(readGlobalId),
        intoId: readGlobalId(into),
      }),
    }),
  }),
  unmergeEntity: t.field({
    type: entityPayload('UnmergeEntityPayload'),
    description: 'Undoes a merge: the entity has again what was its own. Needs REVIEW.',
    args: {
      id: t.arg.globalID({
        for: ENTITIES,
        required: true,
        description: 'The one that was merged: its old id.',
      }),
    },
    errors: {
      types: [NotFoundError, ConflictError],
      union: { name: 'UnmergeEntityResult', description: 'The entity, or why not.' },
    },
    resolve: async (_root, { id }, context) => ({
      entityId: await unmergeEntity(context, { id: readGlobalId(id) }),
    }),
  }),
}))
