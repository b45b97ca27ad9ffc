import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ingestArticle } from '../../actions/ingest-article.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { embeddedExtractor } from '../../extraction/embedded-extractor.ts'
import { collectFiles, IMPORT_FORMATS } from '../../ingestion/import-files.ts'
import { type ImportSummary, runImport } from '../../ingestion/run-import.ts'
import { print, withDatabase } from '../with-database.ts'

interface ImportCommandOptions {
  readonly source: string
  readonly format: (typeof IMPORT_FORMATS)[number]
  readonly publishedAt?: Date
  readonly verbose?: true
  readonly json?: true
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('take in the articles of a file or of all files in a folder; safe to repeat')
    .argument('<path>', 'a file or a folder')
    .requiredOption('--source <slug>', 'the source that the articles belong to')
    .addOption(
      new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS).default('auto'),
    )
    .option('--published-at <time>', 'for texts that carry no time: 2025-12-24T09:00:00Z', readTime)
    .option('--verbose', 'print a line for each article once it is stored')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 when every article was taken in, 1 when one was refused, 70 for a bug.',
    )
    .action(async (path: string, options: ImportCommandOptions) => {
      const summary = await withDatabase(async (db) => {
        const files = await collectFiles(path)
        const bar = options.verbose ? null : progressBar(files.length)
        const { source, format, publishedAt = null } = options
        try {
          return await runImport(
            { files, format, source, publishedAt },
            async (input) => {
              const context = { db, extractor: embeddedExtractor, actor: OPERATOR, now: new Date() }
              const { outcome, slug } = await ingestArticle(context, input)
              if (options.verbose) print(`${outcome} ${slug}`)
              return outcome
            },
            ({ done }) => bar?.update(done),
          )
        } finally {
          bar?.stop()
        }
      })
      print(options.json ? JSON.stringify(summary) : describe(summary))
      if (summary.failed.length > 0) process.exitCode = 1
    })
}

/** On a terminal only: a log has no use for it. */
function progressBar(total: number): SingleBar | null {
  if (!process.stderr.isTTY || total < 2) return null
  const bar = new SingleBar({ format: '{bar} {value}/{total} files, {eta_formatted} left' })
  bar.start(total, 0)
  return bar
}

function describe({ created, updated, unchanged, stale, failed }: ImportSummary): string {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${stale} stale, ${failed.length} failed`
  return [counts, ...failed.map(({ where, reason }) => `${where}: ${reason}`)].join('\n')
}

function readTime(text: string): Date {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()) || !/[Zz]$|[+-]\d{2}:\d{2}$/.test(text)) {
    throw new InvalidArgumentError('write a time with its zone, like 2025-12-24T09:00:00Z.')
  }
  return time
}
