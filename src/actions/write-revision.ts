import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { RevisionText } from './article-draft.ts'

interface NewRevision {
  readonly articleId: number
  /** The revision that it replaces. */
  readonly previous: number | null
  /** Whether everyone could see the article until now. */
  readonly wasPublic: boolean
  readonly kind: 'ORIGINAL' | 'UPDATE' | 'CORRECTION' | 'WITHDRAWAL'
  readonly text: RevisionText
  readonly contentHash: string
  readonly externalRevision: string | null
  /** Whether an editor wrote it here, so that the CMS does not have it. */
  readonly madeHere: boolean
  readonly extractor: Pick<Extractor, 'name' | 'version'>
  readonly now: Date
}

/**
 * Makes a text the current one of an article, with what lists sort and filter by. The text before it
 * is history that everyone may read, unless nobody could when it was replaced.
 */
export async function writeRevision(
  tx: Tx,
  { articleId, previous, wasPublic, text, extractor, now, ...revision }: NewRevision,
): Promise<{ readonly id: number; readonly number: number }> {
  if (previous !== null && !wasPublic) {
    await tx.articleRevision.update({ where: { id: previous }, data: { hidden: true } })
  }
  const { removedText, authors, ...words } = text
  const last = await tx.articleRevision.aggregate({
    where: { articleId },
    _max: { number: true },
  })
  const written = await tx.articleRevision.create({
    data: {
      articleId,
      number: (last._max.number ?? 0) + 1,
      ...revision,
      ...words,
      removedText: [...removedText],
      authors: [...authors],
      extractorName: extractor.name,
      extractorVersion: extractor.version,
      createdAt: now,
    },
    select: { id: true, number: true },
  })
  const { headline, language, wordCount } = text
  await tx.article.update({
    where: { id: articleId },
    data: {
      currentRevisionId: written.id,
      headline,
      headlineKey: foldKey(headline),
      language,
      wordCount,
    },
  })
  return written
}
