import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import type { FoundMetric } from '../extraction/extractor.ts'

/** Ids of the metrics with these keys; unknown ones are created, superseded ones give their successor. */
export async function ensureMetrics(
  tx: Tx,
  found: readonly FoundMetric[],
): Promise<Map<string, number>> {
  const wanted = new Map(found.map((metric) => [metric.key, metric]))
  if (wanted.size === 0) return new Map()
  const known = await tx.metric.findMany({
    where: { key: { in: [...wanted.keys()] } },
    select: { id: true, key: true, supersededById: true },
  })
  const ids = new Map(known.map(({ key, id, supersededById }) => [key, supersededById ?? id]))
  const missing = [...wanted.values()].filter(({ key }) => !ids.has(key))
  if (missing.length > 0) {
    const created = await tx.metric.createManyAndReturn({
      data: missing.map(({ key, label, unit, aggregation }) => ({
        key,
        label,
        labelKey: foldKey(label),
        unit,
        aggregation,
      })),
      select: { id: true, key: true },
    })
    for (const { key, id } of created) ids.set(key, id)
  }
  return ids
}
