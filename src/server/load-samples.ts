import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type PreparedArticle, prepareArticle, storeArticle } from '../actions/ingest-article.ts'
import { recordAudit } from '../actions/record.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { Db } from '../db/client.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { collectFiles } from '../ingestion/import-files.ts'
import { runImport } from '../ingestion/run-import.ts'

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))
const LOADED = 'loadSamples'

/**
 * Fills a new database with the sample stories. A load that was cut short is finished at the next
 * start; a database that has articles of its own is left alone.
 */
export async function loadSamples({
  db,
  extractors,
  log,
}: {
  db: Db
  extractors: Extractors
  log: Logger
}): Promise<void> {
  if (await db.auditEvent.findFirst({ where: { action: LOADED } })) return
  const files = (await collectFiles(SAMPLES)).filter(({ path }) => path.endsWith('.jsonl'))
  const sources = files.map(({ name }) => name.replace(/\.jsonl$/, ''))
  const own = await db.article.count({ where: { source: { slug: { notIn: sources } } } })
  if (own > 0) return
  const context = { db, extractors, actor: OPERATOR, now: new Date() }
  const summary = await runImport(
    { files, format: 'jsonl', source: 'samples', publishedAt: null },
    {
      prepare: (input) => prepareArticle(context, input),
      store: async (prepared: PreparedArticle) => (await storeArticle(context, prepared)).outcome,
    },
  )
  for (const { where, reason } of summary.failed)
    log.error({ where, reason }, 'a sample was refused')
  await db.$transaction((tx) =>
    recordAudit(tx, OPERATOR, { action: LOADED, targetType: 'Database', targetId: 0 }),
  )
  log.info({ created: summary.created }, 'samples loaded')
}
