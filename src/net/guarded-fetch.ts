import { type LookupAddress, type LookupOptions, lookup as lookupInDns } from 'node:dns'
import { isIP } from 'node:net'
import { Agent, fetch, type RequestInit, type Response } from 'undici'
import { isPublicAddress } from './public-address.ts'
import { RemoteError } from './remote-error.ts'

interface GuardedRequest {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Of the answer, unpacked. */
  readonly maxBytes: number
  /**
   * Whether an answer that is longer is refused while it comes in, or its beginning taken.
   * @default 'refuse'
   */
  readonly onSurplus?: 'refuse' | 'cut'
  /** For everything, redirects and the body of the answer included. */
  readonly timeoutMs: number
  /** How many redirects are followed; each is checked like the first address. */
  readonly maxRedirects: number
  /** Ends the request early. */
  readonly signal?: AbortSignal
}

export interface GuardedResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
  /** Where the answer came from, after redirects. */
  readonly url: string
}

export interface GuardedFetch {
  /**
   * Asks another server, whose address somebody gave us. Answers of any status are answers.
   *
   * @throws RemoteError where the address may not be asked, or no complete answer comes
   */
  fetch(url: string, request: GuardedRequest): Promise<GuardedResponse>
  /** Ends all connections, with the requests that are under way. */
  close(): Promise<void>
}

export interface GuardOptions {
  /** Which IP addresses may be asked: public ones, unless the operator allows more. */
  readonly mayAsk?: (address: string) => boolean
  /** The name service; tests set it. */
  readonly lookup?: typeof lookupInDns
}

/** Kept to the first server: credentials are not for where it redirects to. */
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization'])

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * The one client for addresses that come from outside: http and https only, and no address of this machine or of a
 * private network, whatever name it has. Names are looked up where the connection is made, so that a name cannot mean
 * something else a moment later.
 */
export function createGuardedFetch({
  mayAsk = isPublicAddress,
  lookup = lookupInDns,
}: GuardOptions = {}): GuardedFetch {
  const agent = new Agent({ connect: { lookup: guardLookup(lookup, mayAsk), timeout: 10_000 } })
  return {
    close: () => agent.destroy(),
    fetch: async (url, request) => {
      const signal = AbortSignal.any([
        AbortSignal.timeout(request.timeoutMs),
        ...(request.signal ? [request.signal] : []),
      ])
      let target = checkUrl(url, mayAsk)
      let headers = request.headers ?? {}
      for (let redirects = 0; ; redirects += 1) {
        const { method = 'GET', body } = request
        const init = { method, headers, redirect: 'manual', signal, dispatcher: agent } as const
        const response = await ask(
          target,
          { ...init, ...(body !== undefined && { body }) },
          request,
        )
        const location = response.headers.get('location')
        if (!REDIRECTS.has(response.status) || location === null || request.maxRedirects === 0) {
          return readAnswer(response, target, request)
        }
        await response.body?.cancel()
        if (redirects === request.maxRedirects) {
          throw new RemoteError(
            `${url} redirects more than ${redirects} times: give its last address.`,
          )
        }
        const next = checkUrl(location, mayAsk, target)
        if (next.origin !== target.origin) headers = withoutSecrets(headers)
        target = next
      }
    },
  }
}

/** Throws RemoteError for what is not a web address, or for an address that may not be asked. */
function checkUrl(text: string, mayAsk: (address: string) => boolean, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new RemoteError(`${text} is not an http or https address.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new RemoteError(
      `The address of ${url.host} has a password in it: give it by other means.`,
    )
  }
  // Names are checked when they are looked up; literal addresses are never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayAsk(host)) throw refusedHost(host)
  return url
}

const refusedHost = (host: string): RemoteError =>
  new RemoteError(
    `${host} is an address of this machine or of a private network: set DATELINE_PRIVATE_ADDRESSES=on if it may be asked.`,
  )

/** One private address among several is enough to refuse the name. */
function guardLookup(
  lookup: typeof lookupInDns,
  mayAsk: (address: string) => boolean,
): typeof lookupInDns {
  const guarded = (
    host: string,
    options: LookupOptions,
    callback: (
      error: NodeJS.ErrnoException | null,
      address: string | LookupAddress[],
      family?: number,
    ) => void,
  ): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => mayAsk(address))) {
        return callback(refusedHost(host), [])
      }
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
  return guarded as typeof lookupInDns
}

async function ask(url: URL, init: RequestInit, request: GuardedRequest): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw explain(error, url, request)
  }
}

async function readAnswer(
  response: Response,
  url: URL,
  request: GuardedRequest,
): Promise<GuardedResponse> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > request.maxBytes && request.onSurplus === 'cut') {
        chunks.push(chunk.subarray(0, chunk.length - (size - request.maxBytes)))
        break
      }
      if (size > request.maxBytes) {
        throw new RemoteError(`${url.href} answers with more than ${request.maxBytes} bytes.`)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw explain(error, url, request)
  }
  const { status } = response
  const headers = new Headers([...response.headers])
  return { status, headers, body: Buffer.concat(chunks), url: url.href }
}

function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !SECRET_HEADERS.has(name.toLowerCase())),
  )
}

/** In words of the network; what the server answered, or its address inside, is not repeated. */
function explain(error: unknown, url: URL, { timeoutMs, signal }: GuardedRequest): unknown {
  if (error instanceof RemoteError || signal?.aborted) return error
  if (!(error instanceof Error)) return error
  if (error.cause instanceof RemoteError) return error.cause
  if (error.name === 'TimeoutError') {
    return new RemoteError(`${url.href} did not answer within ${timeoutMs / 1000} seconds.`)
  }
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.message
  return new RemoteError(`${url.href} cannot be reached (${code}).`, { cause: error })
}
