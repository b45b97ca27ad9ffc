import type { Command } from 'commander'
import type { ReprocessSummary } from '../../actions/reprocess-articles.ts'
import { InvalidInputError } from '../../core/app-error.ts'
import { readTime } from '../read-time.ts'
import { print, withDatabase } from '../with-database.ts'

interface ExtractCommandOptions {
  readonly json?: true
  readonly stdinJsonl?: true
  readonly verbatim?: true
  readonly publishedAt?: Date
  readonly reprocess?: true
  readonly source?: string
  readonly all?: true
}

export function addExtractCommand(program: Command): void {
  program
    .command('extract')
    .description('show what is found in an article, or read stored articles again')
    .argument('[file]', 'a text or an HTML page, in any encoding')
    .option('--json', 'print everything as one JSON document')
    .option(
      '--stdin-jsonl',
      'read lines of {"id", "text", "publishedAt"?}, write a JSON line for each',
    )
    .option('--verbatim', 'take the text as the body as it stands: no headline, no cleaning')
    .option('--published-at <time>', 'for texts that carry no time: 2025-12-24T09:00:00Z', readTime)
    .option('--reprocess', 'read stored articles again with the extractor as it is now')
    .option('--source <slug>', 'with --reprocess: only the articles of this source')
    .option('--all', 'with --reprocess: also articles that this version has read')
    .addHelpText(
      'after',
      '\nLines are answered in their order, on all cores; a line that cannot be read is answered with {"id", "line", "error"}.' +
        '\nReprocessing may be stopped and repeated; what people decided stays.' +
        '\nExit code: 0 when everything was read, 1 when a file, a line or an article was not, 70 for a bug.',
    )
    .action(async (file: string | undefined, options: ExtractCommandOptions) => {
      const { json = false, stdinJsonl = false, verbatim = false, publishedAt = null } = options
      if (options.reprocess) return reprocessStored(file, options)
      if (stdinJsonl && file !== undefined) {
        throw new InvalidInputError(
          `Both a file ("${file}") and --stdin-jsonl are given: choose one of them.`,
        )
      }
      if (stdinJsonl) {
        const { extractLines } = await import('../extract-lines.ts')
        const { failed } = await extractLines(process.stdin, process.stdout, {
          verbatim,
          publishedAt,
        })
        // Who has stopped reading the answers may still be sending lines.
        process.stdin.destroy()
        if (failed > 0) process.exitCode = 1
        return
      }
      if (file === undefined) {
        throw new InvalidInputError(
          'There is nothing to read: name a file, or give --stdin-jsonl and send lines.',
        )
      }
      const [{ extractFile }, { describeExtraction }] = await Promise.all([
        import('../extract-file.ts'),
        import('../extract-listing.ts'),
      ])
      const extraction = await extractFile(file, { verbatim, publishedAt })
      print(json ? JSON.stringify(extraction) : describeExtraction(extraction))
    })
}

async function reprocessStored(
  file: string | undefined,
  {
    source = null,
    all = false,
    json = false,
  }: { source?: string | null; all?: boolean; json?: boolean },
): Promise<void> {
  if (file !== undefined) {
    throw new InvalidInputError(
      `Both a file ("${file}") and --reprocess are given: choose one of them.`,
    )
  }
  const { reprocess } = await import('../reprocess.ts')
  const summary = await withDatabase((db) => reprocess(db, { source, all }))
  print(json ? JSON.stringify(summary) : describeReprocessing(summary))
  if (summary.failed.length > 0) process.exitCode = 1
}

function describeReprocessing({ reprocessed, unchanged, failed }: ReprocessSummary): string {
  const counts = `${reprocessed} reprocessed, ${unchanged} unchanged, ${failed.length} failed`
  return [counts, ...failed.map(({ article, reason }) => `${article}: ${reason}`)].join('\n')
}
