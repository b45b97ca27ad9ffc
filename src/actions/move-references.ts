import type { Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import { countEntitiesOf } from './count-entities.ts'
import { settleFigurePlaces } from './settle-figure-places.ts'
import { updateClaims } from './update-claims.ts'

interface Move {
  /** What is moved: references that were to one of these before all merges. */
  readonly originIds: readonly number[]
  readonly from: number
  readonly to: number
}

/**
 * After a merge or unmerge has changed the pointers: moves mentions, claimants and places of figures,
 * and what follows from them, edges, claims and the search index. What each referred to at first stays
 * with it, so that the way back is the same. Statements grow with the hundreds of articles, not with
 * the mentions. Says how many articles it concerns.
 */
export async function moveReferences(tx: Tx, { originIds, from, to }: Move): Promise<number> {
  const origins = { in: [...originIds] }
  const named = { entityId: from, originId: origins }
  const naming = await tx.mention.groupBy({
    by: ['articleId'],
    where: { ...named, current: true },
  })
  await tx.mention.updateMany({ where: named, data: { entityId: to } })

  if (originIds.includes(from)) {
    await tx.figure.updateMany({
      where: { claimantId: from, claimantOriginId: null },
      data: { claimantOriginId: from },
    })
  }
  const claimed = { claimantId: from, claimantOriginId: origins }
  const quoting = await tx.figure.groupBy({
    by: ['articleId'],
    where: { ...claimed, current: true },
  })
  await tx.figure.updateMany({ where: claimed, data: { claimantId: to } })
  await settleFigurePlaces(tx, originIds)

  const articleIds = [...new Set([...naming, ...quoting].map(({ articleId }) => articleId))]
  await countEntitiesOf(tx, articleIds)
  await updateClaims(tx, {
    OR: [
      { claimantId: to, claimantOriginId: origins },
      { places: { some: { originId: origins } } },
    ],
  })
  await indexArticles(tx, articleIds)
  return articleIds.length
}
