import type { Db } from './client.ts'
import { type Viewer, visibleRevision } from './visibility.ts'

const SELECTED = {
  id: true,
  articleId: true,
  number: true,
  headline: true,
  bodyText: true,
  figures: {
    where: { reviewStatus: { not: 'REJECTED' as const } },
    orderBy: [{ field: 'desc' as const }, { start: 'asc' as const }, { id: 'asc' as const }],
    include: { places: { select: { placeId: true } } },
  },
}

const readRevisions = (db: Db, viewer: Viewer, where: object) =>
  db.articleRevision.findMany({
    where: { AND: [where, visibleRevision(viewer)] },
    orderBy: { number: 'asc' },
    select: SELECTED,
  })

export type ComparedRevision = Awaited<ReturnType<typeof readRevisions>>[number]

export interface RevisionPair {
  readonly revision: ComparedRevision
  /** The last one before it that the viewer may see; null for the first. */
  readonly previous: ComparedRevision | null
}

/** Revisions and those before them, with the figures of both, by id. */
export async function revisionPairs(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Map<number, RevisionPair>> {
  const revisions = await readRevisions(db, viewer, { id: { in: [...ids] } })
  const numbers = await db.articleRevision.findMany({
    where: {
      AND: [
        { articleId: { in: revisions.map(({ articleId }) => articleId) } },
        visibleRevision(viewer),
      ],
    },
    orderBy: { number: 'asc' },
    select: { id: true, articleId: true, number: true },
  })
  const previousId = (revision: ComparedRevision): number | null =>
    numbers.findLast(
      ({ articleId, number }) => articleId === revision.articleId && number < revision.number,
    )?.id ?? null
  const wanted = revisions.flatMap((revision) => previousId(revision) ?? [])
  const read = await readRevisions(db, viewer, { id: { in: wanted } })
  const byId = new Map(read.map((revision) => [revision.id, revision]))
  return new Map(
    revisions.map((revision) => [
      revision.id,
      { revision, previous: byId.get(previousId(revision) ?? 0) ?? null },
    ]),
  )
}
