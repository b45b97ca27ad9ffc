import { NotFoundError } from '../core/app-error.ts'
import { canonicalMetricKey } from '../core/metric-vocabulary.ts'
import type { Tx } from '../db/client.ts'

/** The metric that a key stands for: its own, a synonym, or one that was merged. Throws NotFoundError. */
export async function knownMetric(tx: Tx, key: string) {
  const metric = await tx.metric.findUnique({
    where: { key: canonicalMetricKey(key) },
    include: { supersededBy: true },
  })
  if (metric === null) {
    throw new NotFoundError(`There is no metric "${key}": "metrics" lists those there are.`)
  }
  return metric.supersededBy ?? metric
}
