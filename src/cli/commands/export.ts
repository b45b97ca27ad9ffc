import { type Command, Option } from 'commander'
import type { ExportFormat, ExportKind } from '../export-rows.ts'
import { print, withDatabase } from '../with-database.ts'

interface ExportCommandOptions {
  readonly format: ExportFormat
  readonly out?: string
  readonly unpublished?: true
  readonly metric?: string
  readonly place?: string
  readonly claimant?: string
  readonly source?: string
  readonly article?: string
  readonly from?: string
  readonly to?: string
}

const KINDS: readonly ExportKind[] = ['figures', 'articles', 'places']
const FORMATS: readonly ExportFormat[] = ['csv', 'ndjson', 'geojson']

export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write figures, articles or places to a file')
  for (const kind of KINDS) addKind(command, kind)
}

function addKind(parent: Command, kind: ExportKind): void {
  const formats = FORMATS.filter((format) => kind !== 'articles' || format !== 'geojson')
  const command = parent
    .command(kind)
    .description(DESCRIPTIONS[kind])
    .addOption(new Option('--format <format>', 'how').choices(formats).default('csv'))
    .option('--out <file>', 'where to, instead of standard output; there once it is whole')
    .option('--unpublished', 'also what is not public: drafts, embargoed, withdrawn')
  if (kind === 'figures') {
    command
      .option('--metric <key>', 'only of this metric')
      .option('--place <slug>', 'only there and in what lies in it')
      .option('--claimant <slug>', 'only what this person or organization says')
      .option('--source <slug>', 'only from articles of this source')
      .option('--article <slug>', 'only from this article')
      .option('--from <time>', 'published then or later: 2025-12-24 or 2025-12-24T09:00:00Z')
      .option('--to <time>', 'published before then')
  }
  command.action(async ({ format, out, unpublished, ...filters }: ExportCommandOptions) => {
    const { exportRows } = await import('../export-rows.ts')
    const count = await withDatabase((db) =>
      exportRows(db, {
        kind,
        format,
        out: out ?? null,
        unpublished: unpublished ?? false,
        filters,
      }),
    )
    if (out !== undefined) print(`${count} ${kind} in ${out}`)
  })
}

const DESCRIPTIONS: Readonly<Record<ExportKind, string>> = {
  figures: 'what was reported, a row for each occurrence, in the order of publication',
  articles: 'articles: their facts as CSV, or whole as ninjs 3.1, one a line',
  places: 'the places that articles name, with how many name them',
}
