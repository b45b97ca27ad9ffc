import type { Tx } from '../db/client.ts'

/** Articles whose current text reports the metric: their index holds its label. */
export async function articlesReporting(tx: Tx, metricId: number): Promise<number[]> {
  const rows = await tx.figure.groupBy({ by: ['articleId'], where: { metricId, current: true } })
  return rows.map(({ articleId }) => articleId)
}
