import type { Command } from 'commander'
import type { ReprocessSummary } from '../../actions/reprocess-articles.ts'
import { print, withDatabase } from '../with-database.ts'

interface ReprocessOptions {
  readonly source?: string
  readonly all?: true
  readonly json?: true
}

export function addReprocessCommand(program: Command): void {
  program
    .command('reprocess')
    .description(
      'read stored articles again with the extractor as it is now; safe to stop and repeat',
    )
    .option('--source <slug>', 'only the articles of this source')
    .option('--all', 'also articles that this version of the extractor has read')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nWhat people decided stays. Exit code: 0 when every article was read, 1 when one was not, 70 for a bug.',
    )
    .action(async ({ source, all, json }: ReprocessOptions) => {
      const { reprocess } = await import('../reprocess.ts')
      const summary = await withDatabase((db) =>
        reprocess(db, { source: source ?? null, all: all ?? false }),
      )
      print(json ? JSON.stringify(summary) : describe(summary))
      if (summary.failed.length > 0) process.exitCode = 1
    })
}

function describe({ reprocessed, unchanged, failed }: ReprocessSummary): string {
  const counts = `${reprocessed} reprocessed, ${unchanged} unchanged, ${failed.length} failed`
  return [counts, ...failed.map(({ article, reason }) => `${article}: ${reason}`)].join('\n')
}
