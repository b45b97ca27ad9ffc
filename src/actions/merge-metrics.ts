import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { ConflictError } from '../core/app-error.ts'
import { indexArticles } from '../db/search-index.ts'
import type { ActionContext } from './action-context.ts'
import { articlesReporting } from './articles-reporting.ts'
import { knownMetric } from './known-metric.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { updateClaims } from './update-claims.ts'
import { REGROUPING } from './update-metric.ts'

const KEY = z.string().trim().min(1, 'must not be empty').max(200)
const schema = z.strictObject({ from: KEY, into: KEY })

/**
 * Makes one metric of two that mean the same: the figures of `from` report `into` from now on, and so
 * will those of later articles. The old key goes on resolving; claims that say the same become one.
 *
 * @throws {NotFoundError} when there is no metric with one of the keys
 * @throws {ConflictError} when both are the same metric already
 */
export async function mergeMetrics(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'REVIEW')
  const keys = parseOrThrow(schema, input)
  return db.$transaction(async (tx) => {
    const [from, into] = [await knownMetric(tx, keys.from), await knownMetric(tx, keys.into)]
    if (from.id === into.id) {
      throw new ConflictError(`"${keys.from}" and "${keys.into}" are the same metric already.`)
    }
    await tx.metric.updateMany({
      where: { OR: [{ id: from.id }, { supersededById: from.id }] },
      data: { supersededById: into.id },
    })
    const articleIds = await articlesReporting(tx, from.id)
    const { count } = await tx.figure.updateMany({
      where: { metricId: from.id },
      data: { metricId: into.id },
    })
    await updateClaims(tx, { metricId: into.id })
    await indexArticles(tx, articleIds)
    await recordAudit(tx, actor, {
      action: 'mergeMetrics',
      targetType: 'Metric',
      targetId: into.id,
      details: { from: from.key, into: into.key, figures: count },
    })
    return into.id
  }, REGROUPING)
}
