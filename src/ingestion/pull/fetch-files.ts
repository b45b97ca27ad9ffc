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
  /** WordPress is asked for what was changed at this time or later. */
  readonly since: Date | null
}

export interface FetchedFile {
  readonly file: FoundFile
  readonly etag: string | null
  readonly lastModified: string | null
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
  if (response.status !== 304) yield toFile(response, request.url)
}

async function* fetchPosts(
  client: GuardedFetch,
  request: FetchRequest,
): AsyncIterable<FetchedFile> {
  for (let page = 1; ; page += 1) {
    const url = postsUrl(request, page)
    const headers = authorization(request)
    const response = await client.fetch(url, { ...LIMITS, headers })
    // Posts that were unpublished meanwhile leave fewer pages than there were.
    if (response.status === 400 && page > 1) return
    yield toFile(response, url)
    if (page >= Number(response.headers.get('x-wp-totalpages') ?? 1)) return
  }
}

/** Oldest changes first, so that a pull that is cut short goes on where it was. */
function postsUrl({ url, since, credentials }: FetchRequest, page: number): string {
  const base = url.replace(/\/+$/, '')
  const posts = new URL(base.includes('/wp-json/') ? base : `${base}/wp-json/wp/v2/posts`)
  const wanted = {
    per_page: POSTS_PER_PAGE,
    page,
    orderby: 'modified',
    order: 'asc',
    _embed: 'author,wp:term',
    // Posts of the same second may have come later: they are asked for again.
    ...(since !== null && { modified_after: new Date(since.getTime() - 1000).toISOString() }),
    // Drafts and scheduled posts are for those who may edit.
    ...(credentials !== null && {
      status: 'publish,future,draft,pending',
      context: 'edit',
    }),
  }
  for (const [name, value] of Object.entries(wanted)) posts.searchParams.set(name, String(value))
  return posts.href
}

function toFile(response: GuardedResponse, url: string): FetchedFile {
  const { status, body, headers } = response
  if (status < 200 || status > 299) {
    throw new RemoteError(`${url} answers with the status ${status}${hintFor(status)}.`)
  }
  return {
    // The address is what a page without an id of its own is known by.
    file: { path: response.url, name: url, size: body.length, bytes: body },
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  }
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return ': give it a user and password'
  return status === 404 ? ': check the address' : ''
}

function authorization({ credentials }: FetchRequest): Record<string, string> {
  if (credentials === null) return {}
  return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}
