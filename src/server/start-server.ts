import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApiKey } from '../actions/create-api-key.ts'
import { openArticles } from '../actions/open-articles.ts'
import { type Actor, OPERATOR } from '../auth/actor.ts'
import type { Config } from '../config.ts'
import { type AppError, ConflictError } from '../core/app-error.ts'
import { type Db, openDb } from '../db/client.ts'
import { EventFeed } from '../db/event-feed.ts'
import { migrate } from '../db/migrate.ts'
import { fillSearchIndex } from '../db/search-index.ts'
import { pullDueSources } from '../ingestion/pull/pull-due-sources.ts'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { startWebhookQueue } from '../webhooks/webhook-queue.ts'
import { createApp } from './app.ts'
import { createExtractors } from './create-extractors.ts'
import { startIngestQueue } from './ingest-queue.ts'
import { loadSamples } from './load-samples.ts'
import { OpenRequests } from './open-requests.ts'
import { pruneOld } from './prune-old.ts'
import { repeat } from './repeat.ts'

const PRUNE_PAUSE_MS = 3_600_000
/** How late a scheduled pull may begin. */
const PULL_PAUSE_MS = 15_000
const SCHEDULE: Actor = { label: 'schedule', scopes: ['INGEST'] }
/** How late the events of an embargo's end may be; readers see the article at once. */
const OPENING_PAUSE_MS = 1_000

export interface RunningServer {
  readonly url: string
  /** Stops taking requests, lets the running ones finish, ends the threads, closes the database. */
  close(): Promise<void>
}

/** Brings the database up to date, fills a new one with the samples, and serves. */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = pino({ level: config.logLevel })
  await migrate(config.databaseUrl)
  let wake = (): void => {}
  const db = await openDb(config.databaseUrl, { onCommit: () => wake() })
  const indexed = await fillSearchIndex(db)
  if (indexed > 0) log.info({ indexed }, 'articles added to the search index')
  const extractors = createExtractors(config, {
    onFallback: (reason) => log.warn({ reason }, 'the embedded extractor had to read an article'),
    onRemoteRead: (report) => log.info(report, 'the remote extractor read an article'),
  })
  if (config.samples) await loadSamples({ db, extractors, log })
  if (config.adminKey === null) await printFirstKey(db)
  const events = new EventFeed(db, {
    onError: (error) => log.error({ err: error }, 'the outbox could not be read'),
  })
  const client = createGuardedFetch(config.privateAddresses ? { mayAsk: () => true } : {})
  const webhooks = startWebhookQueue({
    db,
    client,
    now: () => new Date(),
    random: Math.random,
    onError: (error) => log.error({ err: error }, 'a message to a webhook could not be sent'),
  })
  wake = () => {
    events.wake()
    webhooks.wake()
  }
  const openDeliveries = new OpenRequests()
  const pause = () => openDeliveries.pause()
  const queue = startIngestQueue({ db, extractors, log, pause })
  const app = createApp({
    db,
    extractors,
    events,
    adminKey: config.adminKey,
    log,
    publicUrl: publicUrlOf(config),
    openDeliveries,
    onDelivery: queue.wake,
  })
  // A bug in one request must not end the others: what nobody waited for is logged.
  const onRejection = (error: unknown): void =>
    log.error({ err: error }, 'a promise failed that nobody waited for')
  process.on('unhandledRejection', onRejection)
  let isClosing = false
  const pulling = { db, extractors, client, actor: SCHEDULE, clock: () => new Date() }
  const stopPulling = repeat(
    () =>
      pullDueSources(
        { ...pulling, random: Math.random },
        {
          isStopped: () => isClosing,
          onError: (error, source) => log.error({ err: error, source }, 'a source was not fetched'),
        },
      ),
    {
      pauseMs: PULL_PAUSE_MS,
      onError: (error) => log.error({ err: error }, 'the schedule could not be read'),
    },
  )
  const stopPruning = repeat(() => pruneOld(db, config.keep, { log, now: new Date() }), {
    pauseMs: PRUNE_PAUSE_MS,
    onError: (error) =>
      log.error({ err: error }, 'what is older than it is kept could not be deleted'),
  })
  const stopOpening = repeat(() => openArticles(db, new Date()), {
    pauseMs: OPENING_PAUSE_MS,
    onError: (error) => log.error({ err: error }, 'articles whose time has come were not told of'),
  })

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () =>
      resolve(listening),
    )
    listening.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(config) : error)
    })
  })
  const { port } = server.address() as AddressInfo
  const url = config.publicUrl ?? `http://${config.host}:${port}`
  process.stdout.write(`Dateline is ready: GraphiQL on ${url}/graphql\n`)
  return {
    url,
    close: async () => {
      isClosing = true
      await events.close()
      await webhooks.close()
      await client.close()
      await stopPulling()
      await stopPruning()
      await stopOpening()
      await new Promise((resolve) => server.close(resolve))
      await queue.close()
      await extractors.close()
      await db.$disconnect()
      process.off('unhandledRejection', onRejection)
    },
  }
}

const publicUrlOf = ({ publicUrl, host, port }: Config): string =>
  publicUrl ?? `http://${host}:${port}`

const portTaken = ({ host, port }: Config): AppError =>
  new ConflictError(`Port ${port} of ${host} is taken: stop the other server, or set PORT.`)

/** Without a key in the settings, a database that has none gets one, shown this once. */
async function printFirstKey(db: Db): Promise<void> {
  if ((await db.apiKey.count()) > 0) return
  const { key } = await createApiKey(
    { db, actor: OPERATOR },
    { name: 'first key', scopes: ['ADMIN'] },
  )
  process.stdout.write(`Admin key, shown only now: ${key}\n`)
}
