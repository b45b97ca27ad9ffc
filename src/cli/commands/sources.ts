import { type Command, Option } from 'commander'
import { upsertSource } from '../../actions/upsert-source.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { EXTRACTOR_KINDS, type ExtractorKind } from '../../core/extractor-kind.ts'
import { print, withDatabase } from '../with-database.ts'

interface SourceOptions {
  readonly name?: string
  readonly url?: string
  readonly extractor?: ExtractorKind
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
          select: { slug: true, name: true, url: true, enabled: true, extractor: true },
        }),
      )
      if (json) return print(JSON.stringify(list))
      for (const { slug, name, enabled, extractor } of list)
        print(`${slug}\t${enabled ? 'enabled' : 'disabled'}\t${extractor}\t${name}`)
    })
}
