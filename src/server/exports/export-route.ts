import type { Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { AppError } from '../../core/app-error.ts'
import type { Db } from '../../db/client.ts'
import type { Viewer } from '../../db/visibility.ts'
import { createLinks, type Links } from '../../exports/links.ts'
import type { AppDependencies } from '../app.ts'
import { errorResponse } from '../error-response.ts'
import { readerOf } from '../reader-of.ts'

/** A request for an export, and whose eyes it is answered for. */
export interface ExportRequest {
  readonly db: Db
  readonly viewer: Viewer
  readonly links: Links
  readonly http: Context
}

export interface Exported {
  readonly contentType: string
  readonly body: string | ReadableStream<Uint8Array>
  readonly lastModified?: Date | null
  /** Where the body is a stream, which cannot be hashed before it is sent: a tag of what it will say. */
  readonly tag?: string
}

/**
 * GET `path`, for anyone who asks, from pages elsewhere too. Answers carry ETag and Cache-Control: public for a minute, or
 * private for a reader who may see more. An expected error is { code, message }.
 */
export function addExportRoute(
  app: Hono,
  path: string,
  {
    deps,
    write,
  }: {
    readonly deps: AppDependencies
    readonly write: (request: ExportRequest) => Promise<Exported | Response>
  },
): void {
  const { db, publicUrl } = deps
  const links = createLinks(publicUrl)
  app.get(path, cors(), etag(), async (http) => {
    try {
      const { viewer, cacheControl } = await readerOf(http.req.header('authorization'), deps)
      const exported = await write({ db, viewer, links, http })
      http.header('Vary', 'Authorization', { append: true })
      http.header('Cache-Control', cacheControl)
      return exported instanceof Response ? exported : respond(http, exported)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      http.header('Cache-Control', 'no-store')
      return errorResponse(http, error, 400)
    }
  })
}

function respond(http: Context, { contentType, body, lastModified, tag }: Exported): Response {
  http.header('Content-Type', contentType)
  // Nothing here is a page: what it holds of others' words is never to be read as one.
  http.header('X-Content-Type-Options', 'nosniff')
  if (lastModified) http.header('Last-Modified', lastModified.toUTCString())
  if (tag !== undefined) http.header('ETag', tag)
  return http.body(body)
}
