import type { Command } from 'commander'
import { upsertSource } from '../../actions/upsert-source.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { print, withDatabase } from '../with-database.ts'

export function addSourcesCommand(program: Command): void {
  const sources = program.command('sources').description('add and list sources of articles')

  sources
    .command('add')
    .description('add a source, or change its name or address')
    .argument('<slug>', 'its key: a-z, 0-9 and "-"')
    .option('--name <name>', 'its name')
    .option('--url <url>', 'its site')
    .action(async (slug: string, options: { name?: string; url?: string }) => {
      await withDatabase((db) => upsertSource({ db, actor: OPERATOR }, { slug, ...options }))
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
          select: { slug: true, name: true, url: true, enabled: true },
        }),
      )
      if (json) return print(JSON.stringify(list))
      for (const { slug, name, enabled } of list)
        print(`${slug}\t${enabled ? 'enabled' : 'disabled'}\t${name}`)
    })
}
