import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importArticles } from '../../src/cli/import-articles.ts'
import { type Db, openDb } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createExtractors } from '../../src/server/create-extractors.ts'
import { type CpuTime, cpuTimeSince, readCpuTime } from './cpu-time.ts'
import { generateArticle } from './generate-article.ts'

export interface ImportReport {
  readonly articles: number
  readonly articlesPerSecond: number
  /** Milliseconds for one article. */
  readonly cpu: CpuTime
  readonly statements: number
  /** MiB */
  readonly rss: number
}

/** Articles before the clock starts: threads load their model, V8 and Prisma warm up. */
const WARM_UP = 100
/** Articles after it, to count statements: counting costs time. */
const COUNTED = 50

/** Imports generated articles into a database of its own, as `dateline import` does. */
export async function measureImport(articles: number): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
  const url = `file:${join(folder, 'bench.db')}`
  const extractors = createExtractors(
    { remoteExtractor: null },
    { onFallback: () => {}, onRemoteRead: () => {} },
  )
  const run = async (db: Db, from: number, count: number): Promise<void> => {
    const file = join(folder, 'articles.jsonl')
    const lines = Array.from({ length: count }, (_, i) => JSON.stringify(generateArticle(from + i)))
    await writeFile(file, lines.join('\n'))
    const options = {
      source: 'bench',
      format: 'auto',
      publishedAt: null,
      credentials: null,
      output: 'json',
    } as const
    const { created } = await importArticles({ db, extractors }, file, options)
    if (created !== count) throw new Error(`${created} of ${count} articles were created.`)
  }
  try {
    migrate(url)
    const db = await openDb(url)
    await run(db, 0, WARM_UP)
    const [cpuBefore, before] = [readCpuTime(), performance.now()]
    await run(db, WARM_UP, articles)
    const [cpu, seconds] = [cpuTimeSince(cpuBefore), (performance.now() - before) / 1000]
    const rss = process.memoryUsage.rss() / 1024 / 1024
    await db.$disconnect()

    let statements = 0
    const counting = await openDb(url, { onQuery: () => (statements += 1) })
    await run(counting, WARM_UP + articles, COUNTED)
    await counting.$disconnect()
    return {
      articles,
      articlesPerSecond: articles / seconds,
      cpu: { main: cpu.main === null ? null : cpu.main / articles, all: cpu.all / articles },
      statements: statements / COUNTED,
      rss,
    }
  } finally {
    await extractors.close()
    await rm(folder, { recursive: true })
  }
}
