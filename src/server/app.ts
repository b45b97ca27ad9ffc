import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import type { Logger } from 'pino'
import type { Db } from '../db/client.ts'
import type { EventFeed } from '../db/event-feed.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { MAX_BODY_BYTES } from '../graphql/limits.ts'
import { addChartRoute } from './charts/chart-route.ts'
import { addArticleRoutes } from './exports/article-routes.ts'
import { addFeedRoutes } from './exports/feed-routes.ts'
import { addTableRoutes } from './exports/table-routes.ts'
import { createGraphQLHandler } from './graphql-handler.ts'
import { addIngestRoute } from './ingest-route.ts'
import { landingPage } from './landing-page.ts'
import type { OpenRequests } from './open-requests.ts'
import { addPageRoutes } from './pages/page-routes.ts'

export interface AppDependencies {
  readonly db: Db
  readonly extractors: Extractors
  /** Tells subscriptions of what happens; ended by whoever made it. */
  readonly events: EventFeed
  /** A fixed key with all rights, from the settings. */
  readonly adminKey: string | null
  readonly log: Logger
  /** Where clients reach the server, without a trailing slash. */
  readonly publicUrl: string
  /** Deliveries that are being answered: what can wait lets them go first. */
  readonly openDeliveries?: OpenRequests
  /** Told that a delivery waits to be processed. */
  readonly onDelivery?: () => void
  /** The clock; tests set it. */
  readonly now?: () => Date
}

/** The whole HTTP application, as a function from Request to Response; no port is opened. */
export function createApp(deps: AppDependencies): Hono {
  const { db, log } = deps
  const graphql = createGraphQLHandler(deps)
  const app = new Hono()

  app.use(requestId())
  app.use(async (context, next) => {
    const start = performance.now()
    await next()
    context.res.headers.set('X-Request-Id', context.get('requestId'))
    const { method, path } = context.req
    const ms = Math.round(performance.now() - start)
    log.info({ method, path, status: context.res.status, ms, requestId: context.get('requestId') })
  })
  app.onError((error, context) => {
    if (error instanceof HTTPException) return refuse(error.status, REFUSED_FORM)
    const id = context.get('requestId')
    log.error({ err: error, requestId: id }, 'a request failed')
    return context.json(
      { error: `Unexpected error. It was logged with the request id ${id}.` },
      500,
    )
  })
  app.notFound((context) =>
    context.json({ error: `There is nothing at ${context.req.path}.` }, 404),
  )

  // Pages elsewhere may ask: keys are sent by hand, so there are no credentials to abuse.
  app.use(
    '/graphql',
    cors({ origin: '*', allowHeaders: ['Authorization', 'Content-Type', 'Last-Event-ID'] }),
  )
  // A page elsewhere may make a browser send forms without asking; it cannot make it send JSON.
  app.use('/graphql', csrf())
  app.use('/graphql', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: () => refuse(413, TOO_LARGE) }))
  app.all('/graphql', (context) =>
    graphql(context.req.raw, { requestId: context.get('requestId') }),
  )
  addIngestRoute(app, deps)
  addArticleRoutes(app, deps)
  addFeedRoutes(app, deps)
  addTableRoutes(app, deps)
  addPageRoutes(app, deps)
  addChartRoute(app, deps)
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/health', async (context) => {
    await db.article.findFirst({ select: { id: true } })
    return context.json({ status: 'ok' })
  })
  app.get('/', async (context) =>
    context.html(await landingPage(db, (deps.now ?? (() => new Date()))())),
  )
  return app
}

const TOO_LARGE = {
  code: 'LIMIT_EXCEEDED',
  message: `The request is larger than ${MAX_BODY_BYTES} bytes: send less at a time.`,
}
const REFUSED_FORM = {
  code: 'FORBIDDEN',
  message: 'Send the query as JSON, with the header "Content-Type: application/json".',
}

/** An answer in the shape of GraphQL's, for requests that never get that far. */
function refuse(status: number, { code, message }: { code: string; message: string }): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status })
}
