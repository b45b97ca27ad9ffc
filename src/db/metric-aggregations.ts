import type { Db } from './client.ts'
import type { Prisma } from './generated/client/client.ts'

/** How the values of these metrics combine. */
export async function metricAggregations(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, Prisma.MetricModel['aggregation']>> {
  const rows = await db.metric.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, aggregation: true },
  })
  return new Map(rows.map(({ id, aggregation }) => [id, aggregation]))
}
