import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { foldKey } from '../core/fold-key.ts'
import { indexArticles } from '../db/search-index.ts'
import type { ActionContext } from './action-context.ts'
import { articlesReporting } from './articles-reporting.ts'
import { knownMetric } from './known-metric.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { updateClaims } from './update-claims.ts'

const schema = z.strictObject({
  key: z.string().trim().min(1, 'must not be empty').max(200),
  label: z.string().trim().min(1, 'must not be empty').max(200).nullish(),
  description: z.string().trim().max(2_000).nullish(),
  unit: z.string().trim().min(1, 'must not be empty').max(100).nullish(),
  aggregation: z.enum(['FLOW', 'CUMULATIVE', 'STOCK', 'RATIO']).nullish(),
})

/** A metric with 100,000 figures is regrouped in well under a minute; others wait for it. */
export const REGROUPING = { maxWait: 60_000, timeout: 300_000 }

/**
 * Changes what is given of a metric. Claims follow its aggregation: events with the same number are
 * told apart by their days, levels are not.
 *
 * @throws {NotFoundError} when there is no metric with this key
 */
export async function updateMetric(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const { key, label, description, unit, aggregation } = parseOrThrow(schema, input)
  return db.$transaction(async (tx) => {
    const metric = await knownMetric(tx, key)
    await tx.metric.update({
      where: { id: metric.id },
      data: {
        ...(label != null && { label, labelKey: foldKey(label) }),
        ...(description !== undefined && { description: description || null }),
        ...(unit !== undefined && { unit }),
        ...(aggregation != null && { aggregation }),
      },
    })
    if (label != null) await indexArticles(tx, await articlesReporting(tx, metric.id))
    if (aggregation != null && aggregation !== metric.aggregation) {
      await updateClaims(tx, { metricId: metric.id })
    }
    await recordAudit(tx, actor, {
      action: 'updateMetric',
      targetType: 'Metric',
      targetId: metric.id,
      details: {
        key: metric.key,
        labelBefore: metric.label,
        descriptionBefore: metric.description,
        unitBefore: metric.unit,
        aggregationBefore: metric.aggregation,
      },
    })
    return metric.id
  }, REGROUPING)
}
