import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { receiveDelivery } from '../actions/receive-delivery.ts'
import { requireScope } from '../auth/actor.ts'
import { authenticateDelivery } from '../auth/authenticate-delivery.ts'
import { toAdapterKind } from '../core/adapter-kind.ts'
import { AppError, ConflictError, InvalidInputError, NotFoundError } from '../core/app-error.ts'
import { GroupCommit } from '../db/group-commit.ts'
import { MAX_BODY_BYTES } from '../graphql/limits.ts'
import { ADAPTERS, readPayload } from '../ingestion/adapters/read-payload.ts'
import type { AppDependencies } from './app.ts'
import { errorResponse } from './error-response.ts'
import { OpenRequests } from './open-requests.ts'

/** Contentful sends a type of its own: "application/vnd.contentful.management.v1+json". */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i

/** A request that is wrong as such, whatever the payload would say. */
class RefusedRequestError extends InvalidInputError {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * POST /ingest/:source takes a payload of the source's CMS. It answers 202 as soon as the delivery is stored; the text is
 * read afterwards. Errors are { code, message, path? }, with the codes of GraphQL's Error.
 */
export function addIngestRoute(app: Hono, deps: AppDependencies): void {
  const commits = new GroupCommit(deps.db)
  const { openDeliveries = new OpenRequests() } = deps
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) =>
      refuse(
        context,
        new AppError(
          'LIMIT_EXCEEDED',
          `The payload is larger than ${MAX_BODY_BYTES} bytes: send one article at a time, without pictures in it.`,
        ),
      ),
  })
  app.post('/ingest/:source', limit, async (context) => {
    try {
      const received = await openDeliveries.run(() => receive(context, { ...deps, commits }))
      if (received.status === 'RECEIVED') deps.onDelivery?.()
      const id = encodeGlobalID('Ingestion', received.id)
      return context.json({ ...received, id }, 202)
    } catch (error) {
      if (error instanceof AppError) return refuse(context, error)
      throw error
    }
  })
  app.all('/ingest/:source', (context) => {
    context.header('Allow', 'POST')
    return refuse(context, new RefusedRequestError(405, 'Send payloads with POST.'))
  })
}

async function receive(
  context: Context,
  { db, commits, adminKey, publicUrl, now }: AppDependencies & { readonly commits: GroupCommit },
) {
  const slug = context.req.param('source') ?? ''
  const source = await db.source.findUnique({ where: { slug } })
  if (source === null) {
    throw new NotFoundError(
      `There is no source "${slug}": create it with upsertSource or "dateline sources add".`,
    )
  }
  const body = Buffer.from(await context.req.arrayBuffer())
  const { headers } = context.req.raw
  const time = now?.() ?? new Date()
  const { pathname, search } = new URL(context.req.url)
  const url = new URL(`${publicUrl}${pathname}${search}`)
  const sender = await authenticateDelivery(db, source, {
    headers,
    body,
    url,
    adminKey,
    now: time,
  })
  requireScope(sender.actor, 'INGEST')
  if (!source.enabled) {
    throw new ConflictError(`The source "${slug}" is disabled: enable it with upsertSource.`)
  }
  const kind = toAdapterKind(source.adapter)
  const { topicHeader, idHeader } = ADAPTERS[kind]
  const contentType = headers.get('content-type') ?? ''
  const topic = topicHeader && headers.get(topicHeader)
  const json = readJson(body, contentType)
  return receiveDelivery(
    { commits, actor: sender.actor, now: time },
    {
      sourceId: source.id,
      senderId: sender.signedId ?? headers.get(idHeader ?? 'idempotency-key'),
      contentType,
      topic,
      body,
      event: readPayload(kind, { source: slug, topic, json }),
    },
  )
}

function readJson(body: Buffer, contentType: string): unknown {
  if (!JSON_TYPE.test(contentType)) {
    throw new RefusedRequestError(
      415,
      `The content type is "${contentType}": send JSON, with the header "Content-Type: application/json".`,
    )
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8'
    throw new RefusedRequestError(400, `The body is not JSON (${reason}): send one JSON object.`)
  }
}

function refuse(context: Context, error: AppError): Response {
  return errorResponse(context, error, error instanceof RefusedRequestError ? error.status : 422)
}
