import { type Command, Option } from 'commander'
import { IMPORT_FORMATS, type ImportFormat } from '../../core/import-format.ts'
import { describeImport } from '../describe-import.ts'
import { readTime } from '../read-time.ts'
import { print, withDatabase } from '../with-database.ts'

interface ImportCommandOptions {
  readonly source: string
  readonly format: ImportFormat
  readonly user?: string
  readonly publishedAt?: Date
  readonly verbose?: true
  readonly json?: true
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'take in the articles of a file, of all files in a folder or of an address; safe to repeat',
    )
    .argument('<place>', 'a file, a folder or an http address')
    .requiredOption('--source <slug>', 'the source that the articles belong to')
    .addOption(
      new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS).default('auto'),
    )
    .option('--user <user:password>', 'for the server of an address')
    .option('--published-at <time>', 'for texts that carry no time: 2025-12-24T09:00:00Z', readTime)
    .option('--verbose', 'print a line for each article once it is stored')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 when every article was taken in, 1 when one was refused, 70 for a bug.',
    )
    .action(async (place: string, options: ImportCommandOptions) => {
      const {
        source,
        format,
        user: credentials = null,
        publishedAt = null,
        json,
        verbose,
      } = options
      const output = json ? 'json' : verbose ? 'lines' : null
      const { importArticles } = await import('../import-articles.ts')
      const { withExtractors } = await import('../with-extractors.ts')
      const summary = await withDatabase((db) =>
        withExtractors((extractors) =>
          importArticles({ db, extractors }, place, {
            source,
            format,
            credentials,
            publishedAt,
            output,
          }),
        ),
      )
      print(json ? JSON.stringify(summary) : describeImport(summary))
      if (summary.failed.length > 0) process.exitCode = 1
    })
}
