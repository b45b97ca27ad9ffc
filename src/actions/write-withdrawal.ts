import type { Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import { cleanText, contentHash } from './article-draft.ts'
import { countEntities } from './count-entities.ts'
import { updateClaims } from './update-claims.ts'
import { writeRevision } from './write-revision.ts'

interface Withdrawal {
  readonly article: { readonly id: number; readonly orderedAt: Date }
  readonly revision: {
    readonly id: number
    readonly headline: string
    readonly language: string
    readonly extractorName: string
    readonly extractorVersion: string
  }
  /** The notice. */
  readonly text: string
  readonly externalRevision?: string | null
  readonly now: Date
}

/**
 * Withdraws an article: its text becomes the notice, its figures are RETRACTED, it names nobody any
 * more, and none of its texts is shown again, whatever becomes of it. Returns the number of the revision.
 */
export async function writeWithdrawal(
  tx: Tx,
  { article, revision: before, text: notice, externalRevision = null, now }: Withdrawal,
): Promise<number> {
  const { id: articleId, orderedAt } = article
  const { headline, language } = before
  const text = { ...cleanText({ headline, bodyText: notice }), authors: [], language }
  const revision = await writeRevision(tx, {
    articleId,
    previous: before.id,
    wasPublic: false,
    kind: 'WITHDRAWAL',
    text,
    contentHash: contentHash(text),
    externalRevision,
    madeHere: true,
    now,
    extractor: { name: before.extractorName, version: before.extractorVersion },
  })
  await tx.articleRevision.updateMany({ where: { articleId }, data: { hidden: true } })
  const correction = await tx.correction.create({
    data: {
      articleId,
      revisionId: revision.id,
      kind: 'WITHDRAWAL',
      text: notice,
      issuedAt: now,
    },
  })
  await tx.article.update({
    where: { id: articleId },
    data: { status: 'WITHDRAWN', opensAt: null },
  })
  await tx.figure.updateMany({
    where: { articleId, current: true, status: 'CURRENT' },
    data: { status: 'RETRACTED', correctionId: correction.id },
  })
  await tx.figure.updateMany({ where: { articleId }, data: { current: false } })
  await tx.mention.updateMany({ where: { articleId }, data: { current: false } })
  await countEntities(tx, { articleId, orderedAt })
  await updateClaims(tx, { articleId })
  await indexArticles(tx, [articleId])
  return revision.number
}
