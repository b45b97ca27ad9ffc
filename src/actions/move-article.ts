import type { Tx } from '../db/client.ts'
import { updateClaims } from './update-claims.ts'

/** Gives an article another place in time, with all that carries a copy of it. */
export async function moveArticle(
  tx: Tx,
  { articleId, orderedAt }: { readonly articleId: number; readonly orderedAt: Date },
): Promise<void> {
  await tx.article.update({ where: { id: articleId }, data: { orderedAt } })
  await tx.articleEntity.updateMany({ where: { articleId }, data: { orderedAt } })
  await tx.figure.updateMany({ where: { articleId }, data: { orderedAt } })
  await updateClaims(tx, { articleId })
}
