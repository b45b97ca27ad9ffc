import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { upsertSource } from '../../../../src/actions/upsert-source.ts'
import { OPERATOR } from '../../../../src/auth/actor.ts'
import { pullDueSources } from '../../../../src/ingestion/pull/pull-due-sources.ts'
import { pullSource } from '../../../../src/ingestion/pull/pull-source.ts'
import { createGuardedFetch } from '../../../../src/net/guarded-fetch.ts'
import { EMBEDDED_ONLY } from '../../../support/extractors.ts'
import { ingestFixture } from '../../../support/ingest-fixture.ts'
import { createTestDatabase } from '../../../support/test-database.ts'

const FEED = readFileSync(
  new URL('../../../fixtures/import-formats/feed.atom', import.meta.url),
  'utf8',
)
const START = new Date('2025-12-24T12:00:00Z')

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A database with a source, a server that answers as told, and a clock that is set by hand. */
async function arrange(
  answer: (request: IncomingMessage, count: number) => Answer,
  pull: { format?: 'wordpress' | 'auto'; minutes?: number; credentials?: string } = {},
) {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const { status = 200, headers = {}, body = '' } = answer(request, requests.length)
    response.writeHead(status, headers)
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const client = createGuardedFetch({ mayAsk: () => true })
  onTestFinished(() => client.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
  const extractors = EMBEDDED_ONLY
  await upsertSource(
    { db, actor: OPERATOR, extractors },
    { slug: 'courier', pull: { url, ...pull } },
  )
  let now = START
  const context = { db, extractors, client, actor: OPERATOR, clock: () => now, random: () => 0.5 }
  return {
    db,
    url,
    requests,
    pull: () => pullSource(context, 'courier'),
    pullDue: async () => {
      const errors: string[] = []
      await pullDueSources(context, {
        isStopped: () => false,
        onError: (error) => errors.push(String(error)),
      })
      return errors
    },
    setTime: (time: string) => {
      now = new Date(time)
    },
    source: () => db.source.findUniqueOrThrow({ where: { slug: 'courier' } }),
  }
}

test('a feed is taken in, and how it went is written down', async () => {
  const { db, pull, source } = await arrange(() => ({ body: FEED }))
  expect(await pull()).toMatchObject({ created: 1, unchanged: 0, failed: [] })
  expect(await pull()).toMatchObject({ created: 0, unchanged: 1 })
  expect(await db.article.findMany({ select: { externalId: true } })).toEqual([
    { externalId: 'urn:courier:7' },
  ])
  expect(await source()).toMatchObject({
    pullStartedAt: START,
    pullFinishedAt: START,
    pullError: null,
    pullFailures: 0,
    pullNextAt: null,
    pullSummary: { created: 0, updated: 0, unchanged: 1, stale: 0, failed: 0 },
  })
})

test('a server is asked whether anything is new, and says no without sending it', async () => {
  const { pull, requests, source } = await arrange(({ headers }) =>
    headers['if-none-match'] === '"1"'
      ? { status: 304 }
      : { body: FEED, headers: { etag: '"1"', 'last-modified': 'Mon, 22 Dec 2025 09:00:00 GMT' } },
  )
  await pull()
  expect(await pull()).toMatchObject({ created: 0, unchanged: 0 })
  expect(requests[1]?.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Mon, 22 Dec 2025 09:00:00 GMT',
  })
  expect(await source()).toMatchObject({ pullEtag: '"1"', pullError: null })
})

test('a WordPress site is read page by page, and then what was changed since that began', async () => {
  const post = JSON.parse(ingestFixture('wordpress/post-alone').toString('utf8'))
  const { pull, requests } = await arrange(
    (_request, count) => ({
      headers: {
        'x-wp-totalpages': count < 3 ? '2' : '1',
        date: `Mon, 22 Dec 2025 1${count}:00:00 GMT`,
      },
      body: JSON.stringify([
        {
          ...post,
          id: count,
          link: `https://courier.example/${count}`,
          modified_gmt: `2025-12-22T0${count}:00:00`,
        },
      ]),
    }),
    { format: 'wordpress', credentials: 'ida:abcd efgh' },
  )
  expect(await pull()).toMatchObject({ created: 2 })
  await pull()
  const asked = requests.map(({ url = '' }) =>
    Object.fromEntries(new URL(url, 'http://x').searchParams),
  )
  expect(asked[0]).toEqual({
    per_page: '50',
    page: '1',
    orderby: 'id',
    order: 'asc',
    _embed: 'author,wp:term',
    status: 'publish,future,draft,pending,private,trash',
    context: 'edit',
  })
  expect(asked.map(({ page, modified_after }) => [page, modified_after])).toEqual([
    ['1', undefined],
    ['2', undefined],
    ['1', '2025-12-22T10:59:00.000Z'],
  ])
  expect(requests[0]?.url).toMatch(/^\/feed\/wp-json\/wp\/v2\/posts\?/)
  expect(requests[0]?.headers.authorization).toBe('Basic aWRhOmFiY2QgZWZnaA==')
})

test('who may not edit also asks for posts that were scheduled', async () => {
  const { pull, requests } = await arrange(
    () => ({ headers: { date: 'Mon, 22 Dec 2025 11:00:00 GMT' }, body: '[]' }),
    { format: 'wordpress' },
  )
  await pull()
  await pull()
  const since = '2025-12-22T10:59:00.000Z'
  expect(
    requests.map(({ url = '' }) => {
      const asked = new URL(url, 'http://x').searchParams
      return [asked.get('status'), asked.get('modified_after'), asked.get('after')]
    }),
  ).toEqual([
    [null, null, null],
    [null, since, null],
    [null, null, since],
  ])
})

test('a post that was trashed or made private is taken back, and comes back', async () => {
  const post = JSON.parse(ingestFixture('wordpress/post-alone').toString('utf8'))
  let state: object = {}
  const { pull, db } = await arrange(() => ({ body: JSON.stringify([{ ...post, ...state }]) }), {
    format: 'wordpress',
    credentials: 'ida:abcd efgh',
  })
  const pullAt = async (status: string, time: string) => {
    state = { status, modified_gmt: time }
    const { created, updated, unchanged, skipped } = await pull()
    const article = await db.article.findFirst({ select: { status: true } })
    return [created, updated, unchanged, skipped.length, article?.status]
  }
  expect(await pullAt('trash', '2025-12-23T07:00:00')).toEqual([0, 0, 0, 1, undefined])
  expect(await pullAt('publish', '2025-12-23T08:00:00')).toEqual([1, 0, 0, 0, 'PUBLISHED'])
  expect(await pullAt('trash', '2025-12-23T09:00:00')).toEqual([0, 1, 0, 0, 'UNPUBLISHED'])
  expect(await pullAt('trash', '2025-12-23T09:00:00')).toEqual([0, 0, 1, 0, 'UNPUBLISHED'])
  expect(await pullAt('publish', '2025-12-23T10:00:00')).toEqual([0, 1, 0, 0, 'PUBLISHED'])
  expect(await pullAt('private', '2025-12-23T11:00:00')).toEqual([0, 1, 0, 0, 'UNPUBLISHED'])
})

test('a failure is written down, pauses twice as long each time, and ends with a good pull', async () => {
  let isDown = true
  const { pullDue, setTime, source, requests } = await arrange(
    () => (isDown ? { status: 503 } : { body: FEED }),
    { minutes: 30 },
  )
  expect(await pullDue()).toEqual([expect.stringMatching(/answers with the status 503/)])
  expect(await source()).toMatchObject({
    pullError: expect.stringMatching(/answers with the status 503/),
    pullFailures: 1,
    pullNextAt: new Date('2025-12-24T13:00:00Z'),
  })
  setTime('2025-12-24T12:59:59Z')
  expect(await pullDue()).toEqual([])
  expect(requests).toHaveLength(1)
  setTime('2025-12-24T13:00:00Z')
  await pullDue()
  expect(await source()).toMatchObject({
    pullFailures: 2,
    pullNextAt: new Date('2025-12-24T15:00:00Z'),
  })
  isDown = false
  setTime('2025-12-24T15:00:00Z')
  expect(await pullDue()).toEqual([])
  expect(await source()).toMatchObject({
    pullError: null,
    pullFailures: 0,
    pullNextAt: new Date('2025-12-24T15:30:00Z'),
    pullSummary: { created: 1 },
  })
})

test('the schedule leaves alone what is disabled and what is fetched only when asked', async () => {
  const byHand = await arrange(() => ({ body: FEED }))
  await byHand.pullDue()
  const disabled = await arrange(() => ({ body: FEED }), { minutes: 30 })
  await disabled.db.source.updateMany({ data: { enabled: false } })
  await disabled.pullDue()
  expect([byHand.requests.length, disabled.requests.length]).toEqual([0, 0])
  await expect(disabled.pull()).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('what is no feed is a failed article of the summary, not of the source', async () => {
  const headers = { etag: '"1"' }
  const { pull, source } = await arrange(() => ({ body: '<rss', headers }))
  const { failed } = await pull()
  expect(failed).toEqual([
    {
      where: expect.stringMatching(/^http/),
      reason: expect.stringMatching(/cannot be read as RSS/),
    },
  ])
  expect(await source()).toMatchObject({
    pullError: expect.stringMatching(/cannot be read as RSS/),
    pullFailures: 0,
    // So that it is fetched again, and not called unchanged.
    pullEtag: null,
  })
})

test('a source without an address, or that is not there, cannot be fetched', async () => {
  const { db, pull } = await arrange(() => ({}))
  await db.source.updateMany({ data: { pullUrl: null } })
  await expect(pull()).rejects.toThrow(
    'The source "courier" has no address to pull from: set one with "dateline sources add courier --pull-url".',
  )
  await db.source.deleteMany()
  await expect(pull()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
