import { addAlias } from '../../actions/add-alias.ts'
import { removeAlias } from '../../actions/remove-alias.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { AliasKind } from '../enums.ts'
import { readGlobalId } from '../review/global-id.ts'
import { entityPayload } from './entity-payload.ts'
import { Organization } from './organization.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'

const ENTITIES = [Person, Place, Organization]

builder.mutationFields((t) => ({
  addAlias: t.field({
    type: entityPayload('AddAliasPayload'),
    description: 'Gives an entity another name, which texts may use for it. Needs REVIEW.',
    args: {
      id: t.arg.globalID({ for: ENTITIES, required: true, description: 'Which entity.' }),
      name: t.arg.string({ required: true, description: 'The name.' }),
      kind: t.arg({
        type: AliasKind,
        required: true,
        defaultValue: 'NAME',
        description: 'How it relates to the entity.',
      }),
      language: t.arg.string({ description: 'BCP 47 tag, where known.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'AddAliasResult', description: 'The entity, or why not.' },
    },
    resolve: async (_root, { id, ...alias }, context) => ({
      entityId: await addAlias(context, { ...alias, id: readGlobalId(id) }),
    }),
  }),
  removeAlias: t.field({
    type: entityPayload('RemoveAliasPayload'),
    description: 'Takes a name from an entity; no extraction gives it back. Needs REVIEW.',
    args: {
      id: t.arg.globalID({ for: ENTITIES, required: true, description: 'Which entity.' }),
      name: t.arg.string({ required: true, description: 'The name, case and accents aside.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'RemoveAliasResult', description: 'The entity, or why not.' },
    },
    resolve: async (_root, { id, name }, context) => ({
      entityId: await removeAlias(context, { id: readGlobalId(id), name }),
    }),
  }),
}))
