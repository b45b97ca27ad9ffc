import type { Tx } from '../db/client.ts'

/** Every entity that an article names, in any of its texts, or that it names no more since a merge. */
export async function entitiesOf(tx: Tx, articleId: number): Promise<number[]> {
  const mentions = await tx.mention.findMany({
    where: { articleId },
    distinct: ['entityId', 'originId'],
    select: { entityId: true, originId: true },
  })
  const figures = await tx.figure.findMany({
    where: { articleId },
    select: {
      claimantId: true,
      claimantOriginId: true,
      places: { select: { placeId: true, originId: true } },
    },
  })
  const ids = [
    ...mentions.flatMap(({ entityId, originId }) => [entityId, originId]),
    ...figures.flatMap(({ claimantId, claimantOriginId, places }) => [
      ...[claimantId, claimantOriginId].filter((id) => id !== null),
      ...places.flatMap(({ placeId, originId }) => [placeId, originId]),
    ]),
  ]
  return [...new Set(ids)]
}

/**
 * Deletes those of these entities that no article names any more. What people decided about stays: an
 * entity that was reviewed, merged, or told apart from another. So does a place that others lie in.
 */
export async function deleteUnusedEntities(tx: Tx, ids: readonly number[]): Promise<void> {
  const origins = { in: [...ids] }
  const [mentioned, placed, said, decided] = [
    await tx.mention.findMany({ where: { originId: origins }, select: { originId: true } }),
    await tx.figurePlace.findMany({ where: { originId: origins }, select: { originId: true } }),
    await tx.figure.findMany({
      where: { claimantOriginId: origins },
      select: { claimantOriginId: true },
    }),
    await tx.auditEvent.findMany({
      where: { targetType: 'Entity', targetId: origins },
      select: { targetId: true },
    }),
  ]
  const kept = new Set([
    ...[...mentioned, ...placed].map(({ originId }) => originId),
    ...said.map(({ claimantOriginId }) => claimantOriginId),
    ...decided.map(({ targetId }) => targetId),
  ])
  await tx.entity.deleteMany({
    where: {
      id: { in: ids.filter((id) => !kept.has(id)) },
      reviewStatus: 'UNREVIEWED',
      mergedIntoId: null,
      merged: { none: {} },
      children: { none: {} },
      notSameAsA: { none: {} },
      notSameAsB: { none: {} },
      mentions: { none: {} },
      articles: { none: {} },
      saidFigures: { none: {} },
      figurePlaces: { none: {} },
    },
  })
}
