import { isAddress } from '../core/is-address.ts'
import { normalizeUrl } from '../core/normalize-url.ts'
import type { Db, Tx } from '../db/client.ts'
import type { ArticleDraft } from './article-draft.ts'

/** What of an article the decision and the write need. */
export type StoredRow = NonNullable<Awaited<ReturnType<typeof readStored>>>

type KnownBy = Pick<ArticleDraft, 'externalId' | 'url'>

/**
 * Of the article that a CMS knows by this id; null where none came in yet. Feeds and pages know articles by addresses
 * only, the CMS by ids: where one of two ids is an address, they are one article if their addresses are.
 */
export async function readStored(db: Db | Tx, sourceId: number, draft: KnownBy) {
  const row = await readById(db, sourceId, draft.externalId)
  if (row !== null) return row
  const externalId = await idAtAddress(db, sourceId, draft)
  return externalId === null ? null : readById(db, sourceId, externalId)
}

/** Looks at the address that readers see, then at the id, if it is one. */
async function idAtAddress(
  db: Db | Tx,
  sourceId: number,
  { externalId, url }: KnownBy,
): Promise<string | null> {
  const idAsUrl = isAddress(externalId) ? normalizeUrl(externalId) : null
  for (const address of new Set([url, idAsUrl])) {
    if (address === null) continue
    const owner = await db.articleUrl.findUnique({
      where: { url: address },
      select: { article: { select: { sourceId: true, externalId: true, canonicalUrl: true } } },
    })
    if (owner === null || owner.article.sourceId !== sourceId) continue
    const { article } = owner
    // An address that the article had before may have gone to another since.
    const isTheirs = address === idAsUrl || article.canonicalUrl === address
    if (isTheirs && (idAsUrl !== null || isAddress(article.externalId))) return article.externalId
  }
  return null
}

async function readById(db: Db | Tx, sourceId: number, externalId: string) {
  const row = await db.article.findUnique({
    where: { sourceId_externalId: { sourceId, externalId } },
    select: {
      id: true,
      externalId: true,
      slug: true,
      status: true,
      heldBack: true,
      payloadHash: true,
      modifiedAt: true,
      canonicalUrl: true,
      orderedAt: true,
      opensAt: true,
      headline: true,
      currentRevisionId: true,
      currentRevision: { select: { number: true, kind: true, contentHash: true, madeHere: true } },
      revisions: {
        select: { externalRevision: true, contentHash: true, madeHere: true, hidden: true },
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
    /** Whether no text before the current one was ever public. */
    isFirstText: revisions.slice(0, -1).every(({ hidden }) => hidden),
    externalRevisions: revisions.map(({ externalRevision }) => externalRevision),
  }
}
