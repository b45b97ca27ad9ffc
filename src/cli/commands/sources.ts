import { type Command, InvalidArgumentError, Option } from 'commander'
import { rotateSourceSecret } from '../../actions/rotate-source-secret.ts'
import { upsertSource } from '../../actions/upsert-source.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { ADAPTER_KINDS, type AdapterKind } from '../../core/adapter-kind.ts'
import { EXTRACTOR_KINDS, type ExtractorKind } from '../../core/extractor-kind.ts'
import { print, withDatabase } from '../with-database.ts'

interface SourceOptions {
  readonly name?: string
  readonly url?: string
  readonly adapter?: AdapterKind
  readonly extractor?: ExtractorKind
}

interface RotateOptions {
  readonly overlapHours: number
  readonly json?: true
}

export function addSourcesCommand(program: Command): void {
  const sources = program.command('sources').description('add and list sources of articles')

  sources
    .command('add')
    .description('add a source, or change what is given of it')
    .argument('<slug>', 'its key: a-z, 0-9 and "-"')
    .option('--name <name>', 'its name')
    .option('--url <url>', 'its site')
    .addOption(
      new Option('--adapter <cms>', 'whose payloads it sends to POST /ingest/:source').choices(
        ADAPTER_KINDS,
      ),
    )
    .addOption(
      new Option('--extractor <extractor>', 'what reads its articles from now on').choices(
        EXTRACTOR_KINDS,
      ),
    )
    .action(async (slug: string, options: SourceOptions) => {
      const { withExtractors } = await import('../with-extractors.ts')
      await withDatabase((db) =>
        withExtractors((extractors) =>
          upsertSource({ db, actor: OPERATOR, extractors }, { slug, ...options }),
        ),
      )
      print(slug)
    })

  sources
    .command('list')
    .description('list all sources')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const list = await withDatabase((db) =>
        db.source.findMany({
          orderBy: { slug: 'asc' },
          select: {
            slug: true,
            name: true,
            url: true,
            enabled: true,
            adapter: true,
            extractor: true,
          },
        }),
      )
      if (json) return print(JSON.stringify(list))
      for (const { slug, name, enabled, adapter, extractor } of list)
        print(`${slug}\t${enabled ? 'enabled' : 'disabled'}\t${adapter}\t${extractor}\t${name}`)
    })

  sources
    .command('rotate-secret')
    .description('give a source a new secret for its CMS; it is shown only now')
    .argument('<slug>', 'its key')
    .option('--overlap-hours <hours>', 'how long the secret before goes on working', readHours, 24)
    .option('--json', 'print as JSON')
    .action(async (slug: string, { overlapHours, json }: RotateOptions) => {
      const { secret } = await withDatabase((db) =>
        rotateSourceSecret({ db, actor: OPERATOR, now: new Date() }, { slug, overlapHours }),
      )
      print(json ? JSON.stringify({ slug, secret }) : secret)
    })
}

function readHours(text: string): number {
  const hours = Number(text)
  if (text.trim() === '' || Number.isNaN(hours)) throw new InvalidArgumentError('give a number.')
  return hours
}
