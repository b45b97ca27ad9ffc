import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({ bodyText: 'Officials in Oslo said 5 boats sank.' })
  await app.ingest({
    externalId: 'a2',
    status: 'DRAFT',
    bodyText: 'Officials in Lima said 7 boats sank.',
  })
})
afterAll(() => app.close())

test('the landing page links to GraphiQL and counts what the public may see', async () => {
  const response = await app.app.request('/')
  expect(response.status).toBe(200)
  const text = (await response.text()).replace(/\s+/g, ' ')
  expect(text).toContain('<a href="/graphql">GraphiQL</a>')
  expect(text).toContain('<dt>1</dt><dd>articles</dd>')
  expect(text).toContain('<dt>1</dt><dd>figures</dd>')
})

test('the status says ok, and every answer carries a request id that is in the log', async () => {
  const response = await app.app.request('/health')
  expect(await response.json()).toEqual({ status: 'ok' })
  const id = response.headers.get('x-request-id')
  expect(
    app.logged.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === id),
  ).toEqual([expect.objectContaining({ method: 'GET', path: '/health', status: 200 })])
})

test('an unknown path is 404 and says so', async () => {
  const response = await app.app.request('/nope/health')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ error: 'There is nothing at /nope/health.' })
})

test('a query may be sent by GET, a mutation may not', async () => {
  const query = await app.app.request(
    `/graphql?query=${encodeURIComponent('{ articles { totalCount } }')}`,
  )
  expect(await query.json()).toEqual({ data: { articles: { totalCount: 1 } } })
  const mutation = await app.app.request(
    `/graphql?query=${encodeURIComponent('mutation { revokeApiKey(id: "x") { __typename } }')}`,
  )
  expect(mutation.status).toBe(405)
})

test('a form sent by a page elsewhere is refused', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    undefined,
  ]
  for (const type of types) {
    const response = await app.app.request('/graphql', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', ...(type && { 'content-type': type }) },
      body: new TextEncoder().encode('query={ articles { totalCount } }'),
    })
    expect([type, response.status]).toEqual([type, 403])
    expect((await response.json()).errors[0].message).toContain('Content-Type: application/json')
  }
})

test('pages elsewhere may read, but no cookie or credential of theirs is accepted', async () => {
  const response = await app.app.request('/graphql', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
})

test('malformed JSON is 400 and says so', async () => {
  const response = await app.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query": ',
  })
  expect(response.status).toBe(400)
  expect((await response.json()).errors[0].message).toMatch(/JSON/)
})
