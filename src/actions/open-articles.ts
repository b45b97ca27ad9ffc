import type { Db, Tx } from '../db/client.ts'
import { recordOpening } from './record-article-change.ts'

/** Articles looked up at once. */
const BATCH = 100

/**
 * Tells of articles whose embargo or time of publication has passed: of each once, also when several
 * processes do so or one is stopped in between. That they can be read needs nobody to do anything: the
 * rule of visibility takes the time.
 */
export async function openArticles(db: Db, now: Date): Promise<void> {
  for (;;) {
    const due = await db.article.findMany({
      where: { opensAt: { lte: now } },
      orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
      take: BATCH,
      select: { id: true },
    })
    for (const { id } of due) await db.$transaction((tx) => openArticle(tx, { articleId: id, now }))
    if (due.length < BATCH) return
  }
}

/** Tells of one article that is due; of any other nothing. To be called before an article changes. */
export async function openArticle(
  tx: Tx,
  { articleId, now }: { readonly articleId: number; readonly now: Date },
): Promise<void> {
  const { count } = await tx.article.updateMany({
    where: { id: articleId, opensAt: { lte: now } },
    data: { opensAt: null },
  })
  if (count > 0) await recordOpening(tx, { articleId, now })
}
