import { type ReprocessSummary, reprocessArticles } from '../actions/reprocess-articles.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { Db } from '../db/client.ts'
import { startProgressBar } from './progress-bar.ts'
import { withExtractors } from './with-extractors.ts'

/** Reads stored articles again with the extractors of the settings, and shows how far it is. */
export async function reprocess(
  db: Db,
  options: { readonly source: string | null; readonly all: boolean },
): Promise<ReprocessSummary> {
  const bar = startProgressBar(0)
  try {
    return await withExtractors((extractors) => {
      const context = { db, actor: OPERATOR, extractors, now: new Date() }
      return reprocessArticles(context, options, ({ done, total }) => {
        bar?.setTotal(total)
        bar?.update(done, { articles: done })
      })
    })
  } finally {
    bar?.stop()
  }
}
