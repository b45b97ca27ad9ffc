import { articleStanding } from '../db/article-standing.ts'
import type { Tx } from '../db/client.ts'
import type { HintedAnnotations } from '../extraction/apply-hints.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import type { StoredRow } from './stored-article.ts'
import { supersedeFigures } from './supersede-figures.ts'
import { updateClaims } from './update-claims.ts'
import { writeAnnotations } from './write-annotations.ts'
import { type WrittenArticle, writeArticle } from './write-article.ts'
import { isNewNotice, writeNotice } from './write-notice.ts'

/** A draft, and what an extractor found in it. */
export interface ReadArticle {
  readonly draft: ArticleDraft
  readonly extractor: Extractor
  /** Whether another extractor should have read it. */
  readonly isFallback: boolean
  readonly found: HintedAnnotations
}

interface TextWork extends ReadArticle {
  readonly source: { readonly id: number; readonly slug: string }
  readonly stored: StoredRow | null
  readonly wasPublic: boolean
  readonly now: Date
}

/** Stores the text that a CMS sent, the notice that came with it, and what was found. */
export async function storeText(
  tx: Tx,
  work: TextWork,
): Promise<WrittenArticle & { readonly isCorrected: boolean }> {
  const { draft, source, stored, wasPublic, extractor, isFallback, found, now } = work
  const { correction } = draft
  const isNew = correction && (stored === null || (await isNewNotice(tx, stored.id, correction)))
  const notice = isNew ? correction : null
  const written = await writeArticle(tx, {
    draft,
    sourceId: source.id,
    stored,
    isCorrection: notice !== null,
    wasPublic,
    extractor,
    now,
  })
  const { articleId, revisionId, previousRevisionId: from, newRevision } = written
  // An unchanged text may come with other entities; it is not read again by a makeshift.
  const isRead = newRevision || !(isFallback || stored?.currentRevision?.madeHere)
  if (isRead) {
    const { isPublic } = await articleStanding(tx, { articleId, now })
    const about = { isPublic, sourceSlug: source.slug, hints: draft.hints, extractor }
    await writeAnnotations(tx, found, { ...written, ...about, cms: 'replace' })
  }
  if (notice !== null) {
    const correctionId = await writeNotice(tx, { articleId, revisionId, notice, now })
    if (from !== null) {
      await supersedeFigures(tx, { articleId, from, to: revisionId, correctionId, figures: [] })
    }
  }
  if (!isRead || notice !== null) await updateClaims(tx, { articleId })
  return { ...written, isCorrected: notice !== null }
}
