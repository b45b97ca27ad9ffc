import { updateEntity } from '../../actions/update-entity.ts'
import { ConflictError, InvalidInputError, NotFoundError } from '../../core/app-error.ts'
import { builder } from '../builder.ts'
import { PlaceKind } from '../enums.ts'
import { readGlobalId } from '../review/global-id.ts'
import { entityPayload } from './entity-payload.ts'
import { Organization } from './organization.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'

const CoordinatesInput = builder.inputType('CoordinatesInput', {
  description: 'A point on the map, in degrees (WGS 84).',
  fields: (t) => ({
    latitude: t.float({ required: true, description: '-90 to 90, north is positive.' }),
    longitude: t.float({ required: true, description: '-180 to 180, east is positive.' }),
  }),
})

const UpdateEntityInput = builder.inputType('UpdateEntityInput', {
  description: 'Changes to an entity. What is absent stays as it is; null means none.',
  fields: (t) => ({
    id: t.globalID({
      for: [Person, Place, Organization],
      required: true,
      description: 'Which entity.',
    }),
    name: t.string({ description: 'What it is listed by; the former name stays an alias.' }),
    description: t.string({ description: 'A line about it.' }),
    jobTitle: t.string({ description: 'Of a person: office or job.' }),
    placeKind: t.field({ type: PlaceKind, description: 'Of a place: what kind.' }),
    countryCode: t.string({ description: 'Of a place: ISO 3166-1 alpha-2.' }),
    coordinates: t.field({ type: CoordinatesInput, description: 'Of a place: where it is.' }),
    parent: t.globalID({
      for: [Place, Organization],
      description: 'The place it is in, or the body it is a part of.',
    }),
  }),
})

builder.mutationField('updateEntity', (t) =>
  t.field({
    type: entityPayload('UpdateEntityPayload'),
    description:
      'Changes what is known of an entity. Its slug stays; extractions leave it alone from now on. Needs REVIEW.',
    args: {
      input: t.arg({ type: UpdateEntityInput, required: true, description: 'The changes.' }),
    },
    errors: {
      types: [InvalidInputError, NotFoundError, ConflictError],
      union: { name: 'UpdateEntityResult', description: 'The entity, or why it stays.' },
    },
    resolve: async (_root, { input: { id, parent, name, placeKind, ...changes } }, context) => ({
      entityId: await updateEntity(context, {
        ...changes,
        id: readGlobalId(id),
        ...(name != null && { name }),
        ...(placeKind != null && { placeKind }),
        ...(parent !== undefined && { parentId: parent && readGlobalId(parent) }),
      }),
    }),
  }),
)
