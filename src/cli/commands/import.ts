import { type Command, Option } from 'commander'
import { IMPORT_FORMATS, type ImportFormat } from '../../core/import-format.ts'
import type { ImportSummary } from '../../ingestion/run-import.ts'
import { readTime } from '../read-time.ts'
import { print, withDatabase } from '../with-database.ts'

interface ImportCommandOptions {
  readonly source: string
  readonly format: ImportFormat
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
      const { source, format, publishedAt = null, json, verbose } = options
      const output = json ? 'json' : verbose ? 'lines' : null
      const { importArticles } = await import('../import-articles.ts')
      const { withExtractors } = await import('../with-extractors.ts')
      const summary = await withDatabase((db) =>
        withExtractors((extractors) =>
          importArticles({ db, extractors }, path, { source, format, publishedAt, output }),
        ),
      )
      print(json ? JSON.stringify(summary) : describe(summary))
      if (summary.failed.length > 0) process.exitCode = 1
    })
}

function describe({ created, updated, unchanged, stale, failed, skipped }: ImportSummary): string {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${stale} stale, ${failed.length} failed`
  const others =
    skipped.length > 0 ? [`${skipped.length} files are no articles: ${skipped.join(', ')}`] : []
  return [counts, ...others, ...failed.map(({ where, reason }) => `${where}: ${reason}`)].join('\n')
}
