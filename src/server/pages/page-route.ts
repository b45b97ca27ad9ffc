import type { Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { AppError } from '../../core/app-error.ts'
import type { Viewer } from '../../db/visibility.ts'
import type { AppDependencies } from '../app.ts'
import { readerOf } from '../reader-of.ts'

/** No script, no style in the page, nothing from elsewhere, whatever should get into it. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
const STATUS: Readonly<Partial<Record<AppError['code'], number>>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
}

export interface PageRequest {
  readonly viewer: Viewer
  readonly http: Context
}

export interface Shown {
  readonly body: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

interface PageRoute {
  readonly deps: AppDependencies
  readonly contentType: string
  readonly show: (request: PageRequest) => Promise<Shown>
  /** The body for an expected error; anything else is a bug, and masked. */
  readonly refuse: (error: AppError) => Promise<string>
}

/** GET `path`, for people: with a policy that allows no script, ETag, and a minute of public caching. */
export function addPageRoute(
  app: Hono,
  path: string,
  { deps, contentType, show, refuse }: PageRoute,
): void {
  app.get(path, etag(), async (http) => {
    const headers = {
      'Content-Type': contentType,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Authorization',
    }
    try {
      const { viewer, cacheControl } = await readerOf(http.req.header('authorization'), deps)
      const shown = await show({ viewer, http })
      return new Response(shown.body, {
        status: shown.status ?? 200,
        headers: {
          ...headers,
          'Cache-Control': cacheControl,
          ...shown.headers,
        },
      })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return new Response(await refuse(error), {
        status: STATUS[error.code] ?? 400,
        headers: { ...headers, 'Cache-Control': 'no-store' },
      })
    }
  })
}
