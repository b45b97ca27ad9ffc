import { visibleEntity } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { Entity } from './entity.ts'

export const Organization = builder.prismaNode('Entity', {
  variant: 'Organization',
  description: 'A body of people that articles name.',
  interfaces: [Entity],
  id: { field: 'id', description: 'Opaque id, stable for ever.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({
    id: readNodeId(id),
    type: 'ORGANIZATION',
    AND: visibleEntity(viewer),
  }),
  select: { id: true, type: true },
})

builder.prismaObjectField(Organization, 'parent', (t) =>
  t.relation('parent', {
    type: Organization,
    nullable: true,
    description: 'The body it is a part of.',
  }),
)

export const OrganizationConnection = builder.connectionObject(
  { type: Organization, name: 'OrganizationConnection', description: 'A page of organizations.' },
  { name: 'OrganizationEdge', description: 'A row of the page and its cursor.' },
)
