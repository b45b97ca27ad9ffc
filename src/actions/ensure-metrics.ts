import { foldKey } from '../core/fold-key.ts'
import { canonicalMetricKey, vocabularyMetric } from '../core/metric-vocabulary.ts'
import type { Tx } from '../db/client.ts'
import type { FoundMetric } from '../extraction/extractor.ts'

/**
 * Ids of the metrics with these keys. Synonyms and superseded keys give the metric that stands for
 * them. Unknown ones are created: with the vocabulary's definition, or else as the text suggests.
 */
export async function ensureMetrics(
  tx: Tx,
  found: readonly FoundMetric[],
): Promise<Map<string, number>> {
  const wanted = new Map(found.map((metric) => [canonicalMetricKey(metric.key), metric]))
  if (wanted.size === 0) return new Map()
  const known = await tx.metric.findMany({
    where: { key: { in: [...wanted.keys()] } },
    select: { id: true, key: true, supersededById: true },
  })
  const ids = new Map(known.map(({ key, id, supersededById }) => [key, supersededById ?? id]))
  const missing = [...wanted].filter(([key]) => !ids.has(key))
  if (missing.length > 0) {
    const created = await tx.metric.createManyAndReturn({
      data: missing.map(([key, metric]) => definitionOf(key, metric)),
      select: { id: true, key: true },
    })
    for (const { key, id } of created) ids.set(key, id)
  }
  return new Map(
    found.flatMap(({ key }) => {
      const id = ids.get(canonicalMetricKey(key))
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
}

function definitionOf(key: string, metric: FoundMetric) {
  const known = vocabularyMetric(key)
  const label = known?.label ?? metric.label
  return {
    key,
    label,
    labelKey: foldKey(label),
    description: known?.description ?? null,
    unit: known?.unit ?? metric.unit,
    aggregation: known?.aggregation ?? metric.aggregation,
  }
}
