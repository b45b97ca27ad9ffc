import { type PreparedArticle, prepareArticle, storeArticle } from '../actions/ingest-article.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { ImportFormat } from '../core/import-format.ts'
import type { Db } from '../db/client.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { type ImportSummary, runImport } from '../ingestion/run-import.ts'
import { findFiles } from './find-files.ts'
import { startProgressBar } from './progress-bar.ts'
import { print } from './with-database.ts'

/** A single file up to this size is reported article by article, also without --verbose. */
const SMALL_FILE = 1024 * 1024

/** The import command once its options are read; loaded when it runs. */
export async function importArticles(
  { db, extractors }: { readonly db: Db; readonly extractors: Extractors },
  place: string,
  options: {
    readonly source: string
    readonly format: ImportFormat
    /** For a server: "user:password". */
    readonly credentials: string | null
    readonly publishedAt: Date | null
    readonly output: 'lines' | 'json' | null
  },
): Promise<ImportSummary> {
  const files = await findFiles(place, options)
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const output = options.output ?? (files.length === 1 && bytes <= SMALL_FILE ? 'lines' : 'bar')
  const context = () => ({ db, extractors, actor: OPERATOR, now: new Date() })
  const bar = output === 'bar' ? startProgressBar(bytes) : null
  try {
    return await runImport(
      { ...options, files },
      {
        prepare: (input) => prepareArticle(context(), input),
        store: async (prepared: PreparedArticle) => {
          const { outcome, slug } = await storeArticle(context(), prepared)
          if (output === 'lines') print(`${outcome} ${slug}`)
          return outcome
        },
      },
      ({ bytesDone, articles }) => bar?.update(bytesDone, { articles }),
    )
  } finally {
    bar?.stop()
  }
}
