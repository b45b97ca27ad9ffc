import { findConflicts } from '../core/conflicts.ts'
import { articlesLinked } from '../db/articles-linked.ts'
import type { Db } from '../db/client.ts'
import { reportedClaims } from '../db/reported-claims.ts'
import { type Viewer, visibleFigure } from '../db/visibility.ts'
import { globalId } from './global-id.ts'

/** Claims further apart in time are about different events. */
const WINDOW_MS = 31 * 24 * 3_600_000

/**
 * How a figure contradicts others, as the query `conflicts` finds it; null where it does not, or brings nothing new
 * to the conflict: a reprint, or a claim that was there before the one that contradicts it.
 */
export async function findConflictOf(
  db: Db,
  viewer: Viewer,
  { figureId, claimId }: { readonly figureId: number; readonly claimId: number },
): Promise<object | null> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: {
      metricId: true,
      periodStart: true,
      figures: { select: { orderedAt: true }, orderBy: { orderedAt: 'asc' }, take: 1 },
    },
  })
  const about = claim?.periodStart ?? claim?.figures[0]?.orderedAt
  if (!claim || !about) return null
  const claims = await reportedClaims(db, viewer, {
    metricId: claim.metricId,
    from: new Date(about.getTime() - WINDOW_MS),
    to: new Date(about.getTime() + WINDOW_MS),
  })
  const linked = await articlesLinked(
    db,
    claims.flatMap(({ articleIds }) => articleIds),
  )
  const conflict = findConflicts(claims, linked).find(({ sides }) =>
    sides.some(({ current }) => current.some(({ id }) => id === claimId)),
  )
  if (conflict === undefined) return null
  const claimIds = conflict.sides.flatMap(({ current }) => current.map(({ id }) => id))
  const firsts = await db.figure.groupBy({
    by: ['claimId'],
    where: { AND: [{ claimId: { in: claimIds } }, visibleFigure(viewer)] },
    _min: { id: true },
  })
  if (Math.max(...firsts.map(({ _min }) => _min.id ?? 0)) !== figureId) return null
  return {
    spread: conflict.spread,
    claims: conflict.sides.flatMap(({ current }) =>
      current.map(({ id, value, minValue, maxValue }) => ({
        id: globalId('Claim', id),
        value,
        minValue,
        maxValue,
      })),
    ),
  }
}
