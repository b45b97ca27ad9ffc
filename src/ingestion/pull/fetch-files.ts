import type { ImportFormat } from '../../core/import-format.ts'
import type { GuardedFetch, GuardedResponse } from '../../net/guarded-fetch.ts'
import { RemoteError } from '../../net/remote-error.ts'
import type { FoundFile } from '../import-files.ts'

/** A feed of full texts has some megabytes at most; a WordPress export may have more. */
const LIMITS = { maxBytes: 64 * 1024 * 1024, timeoutMs: 60_000, maxRedirects: 5 }

/** Posts in one answer of WordPress, which gives 100 at most. */
const POSTS_PER_PAGE = 50

export interface FetchRequest {
  readonly url: string
  readonly format: ImportFormat
  /** "user:password", or null. */
  readonly credentials: string | null
  /** What was fetched last, so that the server can say that nothing is new. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** WordPress is asked for what was changed at this time or later; null: for everything. */
  readonly since: Date | null
}

export interface FetchedFile {
  readonly file: FoundFile
  readonly etag: string | null
  readonly lastModified: string | null
  /** When the server answered, by its own clock. */
  readonly answeredAt: Date | null
}

/**
 * The file at an address, or one for each page of a WordPress site's posts; none where the server says that nothing has
 * changed. Throws RemoteError where the server does not give them.
 */
export async function* fetchFiles(
  client: GuardedFetch,
  request: FetchRequest,
): AsyncIterable<FetchedFile> {
  if (request.format === 'wordpress') {
    yield* fetchPosts(client, request)
    return
  }
  const response = await client.fetch(request.url, {
    ...LIMITS,
    headers: {
      ...authorization(request),
      ...(request.etag !== null && { 'if-none-match': request.etag }),
      ...(request.lastModified !== null && { 'if-modified-since': request.lastModified }),
    },
  })
  if (response.status !== 304) {
    yield toFile(response, { path: response.url, url: request.url })
  }
}

async function* fetchPosts(
  client: GuardedFetch,
  request: FetchRequest,
): AsyncIterable<FetchedFile> {
  yield* fetchPages(client, request, 'modified_after')
  // A scheduled post is published without being changed; those who may edit have it before.
  if (request.since !== null && request.credentials === null) {
    yield* fetchPages(client, request, 'after')
  }
}

async function* fetchPages(
  client: GuardedFetch,
  request: FetchRequest,
  since: 'modified_after' | 'after',
): AsyncIterable<FetchedFile> {
  for (let page = 1; ; page += 1) {
    const url = postsUrl(request, { since, page })
    const headers = authorization(request)
    const response = await client.fetch(url, { ...LIMITS, headers })
    // Posts that were unpublished meanwhile leave fewer pages than there were.
    if (response.status === 400 && page > 1) return
    yield toFile(response, { path: `${request.url} (page ${page})`, url })
    if (page >= Number(response.headers.get('x-wp-totalpages') ?? 1)) return
  }
}

/** Changes may become visible late, and clocks of several servers differ. */
const OVERLAP_MS = 60_000

/** In the order of ids: times are often the same, and pages of equal ones have gaps and repeat each other. */
function postsUrl(
  { url, since, credentials }: FetchRequest,
  asked: { readonly since: 'modified_after' | 'after'; readonly page: number },
): string {
  const base = url.replace(/\/+$/, '')
  const posts = new URL(base.includes('/wp-json/') ? base : `${base}/wp-json/wp/v2/posts`)
  const wanted = {
    per_page: POSTS_PER_PAGE,
    page: asked.page,
    orderby: 'id',
    order: 'asc',
    _embed: 'author,wp:term',
    ...(since !== null && { [asked.since]: new Date(since.getTime() - OVERLAP_MS).toISOString() }),
    // Drafts, scheduled posts and what was taken back are for those who may edit.
    ...(credentials !== null && {
      status: 'publish,future,draft,pending,private,trash',
      context: 'edit',
    }),
  }
  for (const [name, value] of Object.entries(wanted)) posts.searchParams.set(name, String(value))
  return posts.href
}

function toFile(
  response: GuardedResponse,
  { path, url }: { readonly path: string; readonly url: string },
): FetchedFile {
  const { status, body, headers } = response
  if (status < 200 || status > 299) {
    throw new RemoteError(`${url} answers with the status ${status}${hintFor(status)}.`)
  }
  return {
    // The address is what a page without an id of its own is known by.
    file: { path, name: url, size: body.length, bytes: body },
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    answeredAt: timeOf(headers.get('date')),
  }
}

function timeOf(header: string | null): Date | null {
  const time = new Date(header ?? '')
  return Number.isNaN(time.getTime()) ? null : time
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return ': give it a user and password'
  return status === 404 ? ': check the address' : ''
}

function authorization({ credentials }: FetchRequest): Record<string, string> {
  if (credentials === null) return {}
  return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}
