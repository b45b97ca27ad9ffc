import type { Db, Tx } from '../db/client.ts'

/** What of an article the decision and the write need. */
export type StoredRow = NonNullable<Awaited<ReturnType<typeof readStored>>>

/** Of the article that a CMS knows by this id; null where none came in yet. */
export async function readStored(db: Db | Tx, sourceId: number, externalId: string) {
  const row = await db.article.findUnique({
    where: { sourceId_externalId: { sourceId, externalId } },
    select: {
      id: true,
      slug: true,
      status: true,
      heldBack: true,
      payloadHash: true,
      modifiedAt: true,
      canonicalUrl: true,
      orderedAt: true,
      currentRevisionId: true,
      currentRevision: { select: { number: true, kind: true, contentHash: true, madeHere: true } },
      revisions: {
        select: { externalRevision: true, contentHash: true, madeHere: true },
        orderBy: { number: 'asc' },
      },
    },
  })
  if (row === null) return null
  const { revisions, ...rest } = row
  return {
    ...rest,
    /** Of the last text that the CMS sent. */
    sentContentHash: revisions.findLast(({ madeHere }) => !madeHere)?.contentHash ?? null,
    externalRevisions: revisions.map(({ externalRevision }) => externalRevision),
  }
}
