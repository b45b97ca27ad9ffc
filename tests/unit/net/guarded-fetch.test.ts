import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createGuardedFetch, type GuardOptions } from '../../../src/net/guarded-fetch.ts'

const LIMITS = { maxBytes: 1000, timeoutMs: 10_000, maxRedirects: 3 }

/** A server of this machine, at its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return (server.address() as AddressInfo).port
}

function client(options: GuardOptions = { mayAsk: () => true }) {
  const guarded = createGuardedFetch(options)
  onTestFinished(() => guarded.close())
  return (url: string, request: object = {}) => guarded.fetch(url, { ...LIMITS, ...request })
}

/** A name service that knows these. */
const names = (known: Readonly<Record<string, readonly string[]>>) =>
  ((host: string, _options: object, callback: (error: Error | null, list: object[]) => void) => {
    const addresses = known[host] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as NonNullable<GuardOptions['lookup']>

test('an answer has its status, headers and unpacked bytes', async () => {
  const port = await serve((request, response) => {
    response.writeHead(404, { etag: '"1"', 'content-encoding': 'gzip' })
    response.end(gzipSync(`${request.method} ${request.headers['x-a']}`))
  })
  const answer = await client()(`http://127.0.0.1:${port}/`, { headers: { 'x-a': 'b' } })
  expect([answer.status, answer.headers.get('etag'), String(answer.body)]).toEqual([
    404,
    '"1"',
    'GET b',
  ])
})

test.each([
  'http://127.0.0.1:9/',
  'http://[::1]:9/',
  'http://0x7f.1:9/',
  'http://2130706433:9/',
  'http://[::ffff:127.0.0.1]/',
])('%s is refused, unless the operator allows it', async (url) => {
  await expect(client({})(url)).rejects.toThrow(
    /is an address of this machine or of a private network: set DATELINE_PRIVATE_ADDRESSES=on/,
  )
})

test.each([
  ['inside.example', ['10.0.0.1']],
  ['both.example', ['8.8.8.8', '127.0.0.1']],
] as const)('the name %s is refused for where it leads', async (host, addresses) => {
  const ask = client({ lookup: names({ [host]: addresses }) })
  await expect(ask(`http://${host}/`)).rejects.toThrow(`${host} is an address of this machine`)
})

test('a name that leads elsewhere a moment later is refused: the address that was checked is the one that is asked', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.writeHead(200, { connection: 'close' }).end()
  })
  // On all addresses of this machine: a request to the second one would get an answer.
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.1']
  let lookups = 0
  const lookup = ((...given: Parameters<ReturnType<typeof names>>) => {
    names({ 'moves.example': [answers[lookups++] ?? ''] })(...given)
  }) as ReturnType<typeof names>
  const ask = client({ lookup, mayAsk: (address) => address === '127.0.0.1' })
  const url = `http://moves.example:${port}/`
  expect((await ask(url)).status).toBe(200)
  expect([asked, lookups]).toEqual([1, 1])
  await expect(ask(url)).rejects.toThrow(/^moves\.example is an address of this machine/)
  expect([asked, lookups]).toEqual([1, 2])
  expect((await ask(url)).status).toBe(200)
})

test('a name that leads nowhere, or cannot be looked up, is asked nowhere', async () => {
  const failing = ((_host: string, _options: object, callback: (error: Error) => void) =>
    callback(Object.assign(new Error('timeout'), { code: 'EAI_AGAIN' }))) as ReturnType<
    typeof names
  >
  await expect(client({ lookup: failing })('http://a.example/')).rejects.toThrow(
    'http://a.example/ cannot be reached (EAI_AGAIN).',
  )
  await expect(client({ lookup: names({}) })('http://a.example/')).rejects.toThrow(
    'a.example is an address of this machine',
  )
})

test('a redirect to a private address is refused', async () => {
  const port = await serve((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' })
    response.end()
  })
  const ask = client({ mayAsk: (address) => address === '127.0.0.1' })
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toThrow(
    /^169\.254\.169\.254 is an address of this machine or of a private network/,
  )
})

test('redirects are followed a few times, and take no credentials to another server', async () => {
  const seen: (string | undefined)[] = []
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization)
    response.end('there')
  })
  const port = await serve((request, response) => {
    seen.push(request.headers.authorization)
    const location = request.url === '/' ? '/next' : `http://127.0.0.1:${other}/`
    response.writeHead(301, { location })
    response.end()
  })
  const headers = { authorization: 'Basic x' }
  const answer = await client()(`http://127.0.0.1:${port}/`, { headers })
  expect([String(answer.body), answer.url]).toEqual(['there', `http://127.0.0.1:${other}/`])
  expect(seen).toEqual(['Basic x', 'Basic x', undefined])
  await expect(client()(`http://127.0.0.1:${port}/`, { maxRedirects: 1 })).rejects.toThrow(
    /redirects more than 1 times/,
  )
})

test('more than the most bytes are refused, also unpacked', async () => {
  const port = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end(gzipSync(Buffer.alloc(1_000_000)))
  })
  await expect(client()(`http://127.0.0.1:${port}/`)).rejects.toThrow(
    /answers with more than 1000 bytes/,
  )
})

test('a server that says nothing, or stops in the middle, is given up', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/half') response.write('half')
  })
  for (const path of ['/', '/half']) {
    await expect(client()(`http://127.0.0.1:${port}${path}`, { timeoutMs: 100 })).rejects.toThrow(
      /did not answer within 0.1 seconds/,
    )
  }
})

test('a server that is not there, or hangs up, is a RemoteError', async () => {
  const port = await serve((request) => request.socket.destroy())
  await expect(client()(`http://127.0.0.1:${port}/`)).rejects.toThrow(/cannot be reached/)
  const ask = client({ lookup: names({}) })
  await expect(ask('http://nowhere.example/')).rejects.toMatchObject({ code: 'REMOTE_FAILED' })
})

test.each(['ftp://example.org/', 'file:///etc/passwd', 'example.org', 'https://a:b@example.org/'])(
  '%s is no address to ask',
  async (url) => {
    await expect(client()(url)).rejects.toMatchObject({ code: 'REMOTE_FAILED' })
  },
)
