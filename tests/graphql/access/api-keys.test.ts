import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  ... on CreateApiKeyPayload { key apiKey { id name prefix scopes revokedAt } } ... on Error { code message } } }`
const REVOKE = `mutation ($id: ID!) { revokeApiKey(id: $id) {
  ... on RevokeApiKeyPayload { apiKey { revokedAt } } ... on Error { code message } } }`
const VIEWER = '{ viewer { authenticated scopes } }'
const input = { name: 'CMS of the Courier', scopes: ['INGEST'] }

test('a key is shown once, stored as a hash, and works until it is revoked', async () => {
  const { createApiKey } = await app.read(CREATE, { variables: { input }, key: ADMIN_KEY })
  const { key, apiKey } = createApiKey
  expect(key).toMatch(/^dl_[\w-]{43}$/)
  expect(apiKey).toMatchObject({
    name: 'CMS of the Courier',
    scopes: ['INGEST'],
    revokedAt: null,
    prefix: key.slice(0, 8),
  })
  expect(JSON.stringify(await app.db.apiKey.findMany())).not.toContain(key)
  expect((await app.read(VIEWER, { key })).viewer).toEqual({
    authenticated: true,
    scopes: ['INGEST'],
  })

  await app.read(REVOKE, { variables: { id: apiKey.id }, key: ADMIN_KEY })
  const { status, errors } = await app.ask(VIEWER, { key })
  expect(status).toBe(401)
  expect(errors[0]).toMatchObject({
    message: 'This API key was revoked: ask for a new one.',
    extensions: { code: 'UNAUTHENTICATED' },
  })
})

test('the public is nobody, the admin key may everything', async () => {
  expect((await app.read(VIEWER)).viewer).toEqual({ authenticated: false, scopes: [] })
  expect((await app.read(VIEWER, { key: ADMIN_KEY })).viewer).toEqual({
    authenticated: true,
    scopes: ['READ_UNPUBLISHED', 'INGEST', 'REVIEW', 'ADMIN'],
  })
})

test('a key that is unknown, or a header that is not understood, is UNAUTHENTICATED even for public reads', async () => {
  expect((await app.ask(VIEWER, { key: 'dl_nope' })).errors[0]?.message).toBe(
    'This API key is unknown: check it, or ask for a new one.',
  )
  const response = await app.app.request('/graphql?query={viewer{authenticated}}', {
    headers: { authorization: 'Basic eDp5' },
  })
  expect(response.status).toBe(401)
  expect((await response.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED')
})

test('only ADMIN makes and revokes keys and changes sources', async () => {
  const key = await app.makeKey('INGEST', 'REVIEW', 'READ_UNPUBLISHED')
  const SOURCE = 'mutation { upsertSource(input: { slug: "x" }) { __typename } }'
  for (const [query, variables] of [
    [CREATE, { input }],
    [REVOKE, { id: 'QXBpS2V5OjE=' }],
    [SOURCE, {}],
  ] as const) {
    expect((await app.ask(query, { variables, key })).errors[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await app.ask(query, { variables })).errors[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    )
  }
})

test('keys are nodes for ADMIN only', async () => {
  await app.makeKey('INGEST')
  const query = '{ node(id: "QXBpS2V5OjE=") { id ... on ApiKey { name } } }'
  expect((await app.read(query)).node).toBeNull()
  expect((await app.read(query, { key: ADMIN_KEY })).node).not.toBeNull()
})

test('bad input and unknown keys are typed errors', async () => {
  const ask = async (query: string, variables: object) =>
    Object.values(await app.read(query, { variables, key: ADMIN_KEY }))[0]
  expect(await ask(CREATE, { input: { name: ' ', scopes: ['INGEST'] } })).toEqual({
    code: 'INVALID_INPUT',
    message: 'input.name: must not be empty.',
  })
  expect(await ask(CREATE, { input: { name: 'x', scopes: [] } })).toEqual({
    code: 'INVALID_INPUT',
    message: 'input.scopes: must name at least one scope.',
  })
  expect(await ask(REVOKE, { id: 'QXBpS2V5Ojk5OTk=' })).toEqual({
    code: 'NOT_FOUND',
    message: 'There is no API key with this id.',
  })
})

test('every change of keys and sources is in the audit log, with who did it', async () => {
  await app.read(
    'mutation { upsertSource(input: { slug: "courier", name: "The Courier" }) { ... on UpsertSourcePayload { source { slug name } } } }',
    { key: ADMIN_KEY },
  )
  const last = await app.db.auditEvent.findFirst({ orderBy: { id: 'desc' } })
  expect(last).toMatchObject({
    actor: 'key:admin',
    action: 'upsertSource',
    targetType: 'Source',
    details: { slug: 'courier' },
  })
})
