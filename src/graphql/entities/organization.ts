import { visibleEntity } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { nodeQuery } from '../node-query.ts'
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
  t.field({
    type: Organization,
    nullable: true,
    description: 'The body it is a part of; where that one was merged, the one it became.',
    select: { parentId: true },
    resolve: ({ parentId }, _args, context, info) => {
      const { batches, db, viewer } = context
      const [field] = info.fieldNodes
      if (parentId === null || field === undefined) return null
      // Called for each organization: it also tells Pothos that the parents come fully loaded.
      const { select } = nodeQuery({ context, info })
      const parents = batches.of('parent', field, async (ids) => {
        const pointers = await db.entity.findMany({
          where: { id: { in: [...ids] } },
          select: { id: true, mergedIntoId: true },
        })
        const survivors = pointers.map(({ id, mergedIntoId }) => mergedIntoId ?? id)
        const rows = await db.entity.findMany({
          where: { id: { in: survivors }, AND: visibleEntity(viewer) },
          select: { ...select, type: true },
        })
        const byId = new Map(rows.map((row) => [row.id, row]))
        return new Map(pointers.map(({ id }, i) => [id, byId.get(survivors[i] ?? id) ?? null]))
      })
      return parents.load(parentId)
    },
  }),
)

export const OrganizationConnection = builder.connectionObject(
  { type: Organization, name: 'OrganizationConnection', description: 'A page of organizations.' },
  { name: 'OrganizationEdge', description: 'A row of the page and its cursor.' },
)
