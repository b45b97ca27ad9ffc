import { text } from 'node:stream/consumers'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { rotateSourceSecret } from '../../actions/rotate-source-secret.ts'
import { upsertSource } from '../../actions/upsert-source.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { ADAPTER_KINDS, type AdapterKind } from '../../core/adapter-kind.ts'
import { InvalidInputError } from '../../core/app-error.ts'
import { EXTRACTOR_KINDS, type ExtractorKind } from '../../core/extractor-kind.ts'
import { IMPORT_FORMATS, type ImportFormat } from '../../core/import-format.ts'
import { describeImport } from '../describe-import.ts'
import { print, withDatabase } from '../with-database.ts'

interface SourceOptions {
  readonly name?: string
  readonly url?: string
  readonly adapter?: AdapterKind
  readonly extractor?: ExtractorKind
}

interface PullOptions {
  readonly pullUrl?: string
  readonly pullFormat?: ImportFormat
  readonly every?: number
  readonly user?: string
}

interface RotateOptions {
  readonly overlapHours: number
  readonly stdin?: true
  readonly json?: true
}

export function addSourcesCommand(program: Command): void {
  const sources = program
    .command('sources')
    .description('sources of articles: add, list, fetch, give secrets')

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
    .option('--pull-url <address>', 'where to fetch it from: a feed, a page or a WordPress site')
    .addOption(new Option('--pull-format <format>', 'what is there').choices(IMPORT_FORMATS))
    .option('--every <minutes>', 'how often the server fetches it', readNumber)
    .option('--user <user:password>', 'for the server that it is fetched from')
    .action(async (slug: string, given: SourceOptions & PullOptions) => {
      const { pullUrl, pullFormat, every, user, ...options } = given
      if (pullUrl === undefined && [pullFormat, every, user].some((value) => value !== undefined)) {
        throw new InvalidInputError(
          '--pull-format, --every and --user are about what --pull-url names: give it too, each time.',
        )
      }
      const pull = pullUrl
        ? { url: pullUrl, format: pullFormat, minutes: every, credentials: user }
        : undefined
      const { withExtractors } = await import('../with-extractors.ts')
      await withDatabase((db) =>
        withExtractors((extractors) =>
          upsertSource({ db, actor: OPERATOR, extractors }, { slug, ...options, pull }),
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
    .command('sync')
    .description('fetch what is new at the address of a source, now')
    .argument('<slug>', 'its key')
    .option('--json', 'print the summary as JSON')
    .action(async (slug: string, { json }: { json?: true }) => {
      const { syncSource } = await import('../sync-source.ts')
      const summary = await syncSource(slug)
      print(json ? JSON.stringify(summary) : describeImport(summary))
      if (summary.failed.length > 0) process.exitCode = 1
    })

  sources
    .command('rotate-secret')
    .description('give a source a new secret for its CMS; it is shown only now')
    .argument('<slug>', 'its key')
    .option('--overlap-hours <hours>', 'how long the secret before goes on working', readNumber, 24)
    .option('--stdin', 'read the secret that the CMS made, as Contentful does')
    .option('--json', 'print as JSON')
    .action(async (slug: string, { overlapHours, stdin, json }: RotateOptions) => {
      const given = stdin ? { secret: (await text(process.stdin)).trim() } : {}
      const { secret } = await withDatabase((db) =>
        rotateSourceSecret(
          { db, actor: OPERATOR, now: new Date() },
          { slug, overlapHours, ...given },
        ),
      )
      print(json ? JSON.stringify({ slug, secret }) : secret)
    })
}

function readNumber(given: string): number {
  const number = Number(given)
  if (given.trim() === '' || Number.isNaN(number)) throw new InvalidArgumentError('give a number.')
  return number
}
