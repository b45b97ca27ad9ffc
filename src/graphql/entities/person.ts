import { newestJobTitles } from '../../db/job-titles.ts'
import { visibleEntity } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { readNodeId } from '../node-id.ts'
import { Entity } from './entity.ts'

export const Person = builder.prismaNode('Entity', {
  variant: 'Person',
  description: 'A human being that articles name.',
  interfaces: [Entity],
  id: { field: 'id', description: 'Opaque id, stable for ever.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({
    id: readNodeId(id),
    type: 'PERSON',
    AND: visibleEntity(viewer),
  }),
  select: { id: true, type: true },
  fields: (t) => ({
    jobTitle: t.string({
      nullable: true,
      description:
        'Office or job: what a person set, else as the newest article that has one gives it.',
      select: { jobTitle: true },
      resolve: ({ id, jobTitle }, _args, { batches, db, viewer }, { fieldNodes: [field] }) =>
        jobTitle === null && field !== undefined
          ? batches.of('jobTitle', field, (ids) => newestJobTitles(db, viewer, ids)).load(id)
          : jobTitle || null,
    }),
  }),
})

export const PersonConnection = builder.connectionObject(
  { type: Person, name: 'PersonConnection', description: 'A page of people.' },
  { name: 'PersonEdge', description: 'A row of the page and its cursor.' },
)
