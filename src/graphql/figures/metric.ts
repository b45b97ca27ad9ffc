import { visibleMetric } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { Aggregation } from '../enums.ts'
import { readNodeId } from '../node-id.ts'

export const Metric = builder.prismaNode('Metric', {
  description: 'What figures count or measure: it makes them comparable across articles.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: visibleMetric(viewer) }),
  select: { id: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Counted noun and event: "drones-intercepted".' }),
    label: t.exposeString('label', { description: 'For people: "drones intercepted".' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it means exactly.',
    }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Of its values: ISO 4217 code, "percent", a measure, or the counted noun.',
    }),
    aggregation: t.expose('aggregation', {
      type: Aggregation,
      description: 'How its values may be combined.',
    }),
  }),
})

export const MetricConnection = builder.connectionObject(
  { type: Metric, name: 'MetricConnection', description: 'A page of metrics.' },
  { name: 'MetricEdge', description: 'A row of the page and its cursor.' },
)
