import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const UPSERT = `mutation ($input: UpsertSourceInput!) { upsertSource(input: $input) {
  ... on UpsertSourcePayload { source { adapter pull { url format minutes startedAt nextAt error failures summary { created failed } } } }
  ... on Error { code message }
} }`
const upsert = async (input: object) =>
  (await app.read(UPSERT, { variables: { input: { slug: 'wire', ...input } }, key: ADMIN_KEY }))
    .upsertSource
const PULL = {
  url: 'https://wire.example/feed',
  format: 'RSS',
  minutes: 15,
  credentials: 'ida:secret-word',
}

test('a source says how it is fetched, and never with which password', async () => {
  const made = await upsert({ adapter: 'WORDPRESS', pull: PULL })
  expect(made.source).toEqual({
    adapter: 'WORDPRESS',
    pull: {
      url: 'https://wire.example/feed',
      format: 'RSS',
      minutes: 15,
      startedAt: null,
      nextAt: null,
      error: null,
      failures: 0,
      summary: null,
    },
  })
  await app.db.source.updateMany({ data: { pullSummary: { created: 3 }, pullFailures: 2 } })
  expect((await upsert({ name: 'Wire' })).source.pull).toMatchObject({
    failures: 2,
    summary: { created: 3, failed: 0 },
  })
  expect(await app.db.source.findFirst()).toMatchObject({ pullCredentials: 'ida:secret-word' })
  expect((await upsert({ pull: null })).source.pull).toBeNull()
  const audit = JSON.stringify(await app.db.auditEvent.findMany())
  expect(audit).not.toContain('secret-word')
})

test('only those who may send articles see it', async () => {
  await upsert({ pull: PULL })
  await app.ingest({ source: 'wire' })
  const query = '{ sources { edges { node { pull { url } } } } }'
  expect((await app.read(query)).sources.edges[0].node.pull).toBeNull()
  const key = await app.makeKey('INGEST')
  expect((await app.read(query, { key })).sources.edges[0].node.pull.url).toBe(PULL.url)
})

test('an interval below a minute and a password without a user are refused', async () => {
  for (const wrong of [{ minutes: 0 }, { credentials: 'secret-word' }]) {
    const answer = await upsert({ pull: { ...PULL, ...wrong } })
    expect(answer.code).toBe('INVALID_INPUT')
    expect(JSON.stringify(answer)).not.toContain('secret-word')
  }
})
