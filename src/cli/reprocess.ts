import { type ReprocessSummary, reprocessArticles } from '../actions/reprocess-articles.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { Db } from '../db/client.ts'
import { commandExtractors } from './command-extractors.ts'
import { startProgressBar } from './progress-bar.ts'

/** Reads stored articles again with the extractors of the settings, and shows how far it is. */
export async function reprocess(
  db: Db,
  options: { readonly source: string | null; readonly all: boolean },
): Promise<ReprocessSummary> {
  const context = { db, actor: OPERATOR, extractors: commandExtractors(), now: new Date() }
  const bar = startProgressBar(0)
  try {
    return await reprocessArticles(context, options, ({ done, total }) => {
      bar?.setTotal(total)
      bar?.update(done, { articles: done })
    })
  } finally {
    bar?.stop()
  }
}
