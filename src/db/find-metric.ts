import type { Db, Tx } from './client.ts'
import { metricNamed } from './filters.ts'
import { type Viewer, visibleMetric } from './visibility.ts'

/** The metric of a key, an old key of a merged metric included; null where there is none that may be seen. */
export function findMetric(db: Db | Tx, viewer: Viewer, key: string) {
  return db.metric.findFirst({ where: { AND: [metricNamed({ eq: key }), visibleMetric(viewer)] } })
}
