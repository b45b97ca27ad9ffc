import { geoPoint } from '../../core/geo-json.ts'
import { visibleEntity } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { PlaceKind } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { Entity } from './entity.ts'

export const Place = builder.prismaNode('Entity', {
  variant: 'Place',
  description: 'Somewhere on a map that articles name.',
  interfaces: [Entity],
  id: { field: 'id', description: 'Opaque id, stable for ever.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({
    id: readNodeId(id),
    type: 'PLACE',
    AND: visibleEntity(viewer),
  }),
  select: { id: true, type: true },
  fields: (t) => ({
    placeKind: t.field({
      type: PlaceKind,
      description: 'What kind of place; AREA where nothing closer is known.',
      select: { placeKind: true },
      resolve: ({ placeKind }) => placeKind ?? 'AREA',
    }),
    countryCode: t.exposeString('countryCode', {
      nullable: true,
      description: 'ISO 3166-1 alpha-2.',
    }),
    geoJSON: t.field({
      type: 'GeoJSON',
      nullable: true,
      description: 'Where it is; null unless a gazetteer or a person says so.',
      select: { longitude: true, latitude: true },
      resolve: ({ longitude, latitude }) => geoPoint(longitude, latitude),
    }),
  }),
})

export const PlaceConnection = builder.connectionObject(
  { type: Place, name: 'PlaceConnection', description: 'A page of places.' },
  { name: 'PlaceEdge', description: 'A row of the page and its cursor.' },
)
