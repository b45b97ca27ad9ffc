import type { Command } from 'commander'
import { InvalidInputError } from '../../core/app-error.ts'
import { readTime } from '../read-time.ts'
import { print } from '../with-database.ts'

interface ExtractCommandOptions {
  readonly json?: true
  readonly stdinJsonl?: true
  readonly verbatim?: true
  readonly publishedAt?: Date
}

export function addExtractCommand(program: Command): void {
  program
    .command('extract')
    .description('show what is found in an article: names, figures, who says so; needs no database')
    .argument('[file]', 'a text or an HTML page, in any encoding')
    .option('--json', 'print everything as one JSON document')
    .option(
      '--stdin-jsonl',
      'read lines of {"id", "text", "publishedAt"?}, write a JSON line for each',
    )
    .option('--verbatim', 'take the text as the body as it stands: no headline, no cleaning')
    .option('--published-at <time>', 'for texts that carry no time: 2025-12-24T09:00:00Z', readTime)
    .addHelpText(
      'after',
      '\nLines are answered in their order, on all cores; a line that cannot be read is answered with {"id", "line", "error"}.' +
        '\nExit code: 0 when everything was read, 1 when a file or a line was not, 70 for a bug.',
    )
    .action(async (file: string | undefined, options: ExtractCommandOptions) => {
      const { json = false, stdinJsonl = false, verbatim = false, publishedAt = null } = options
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
