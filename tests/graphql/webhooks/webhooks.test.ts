import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  onTestFinished(app.close)
})

const CREATE = `mutation ($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    ... on CreateWebhookPayload { secret webhook { id url description events sources enabled } }
    ... on Error { code message }
  }
}`
const UPDATE = `mutation ($input: UpdateWebhookInput!) {
  updateWebhook(input: $input) {
    ... on UpdateWebhookPayload { secret webhook { url events sources enabled previousSecretUntil } }
    ... on Error { code message }
  }
}`
const input = {
  url: 'https://hooks.example/in',
  description: 'The archive',
  events: ['ARTICLE_PUBLISHED', 'FIGURE_CONFLICT'],
  sources: ['wire'],
}
const create = async () =>
  (await app.read(CREATE, { variables: { input }, key: ADMIN_KEY })).createWebhook

/** A message that waits, as the server writes it. */
async function addDelivery(status: 'PENDING' | 'DEAD' = 'PENDING'): Promise<string> {
  const webhook = await app.db.webhook.findFirstOrThrow()
  const { id } = await app.db.webhookDelivery.create({
    data: {
      webhookId: webhook.id,
      eventId: 1,
      messageId: 'msg_1',
      type: 'article.published',
      body: '{}',
      status,
      attempts: 3,
      nextAttemptAt: status === 'PENDING' ? NOW : null,
    },
  })
  return Buffer.from(`WebhookDelivery:${id}`).toString('base64')
}

test('a webhook is made with a secret that is shown once, and listed without it', async () => {
  const { secret, webhook } = await create()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(webhook).toEqual({ id: expect.any(String), enabled: true, ...input })
  const list = `{ webhooks { totalCount edges { node { id url } } } node(id: "${webhook.id}") { ... on Webhook { url } } }`
  expect(await app.read(list, { key: ADMIN_KEY })).toEqual({
    webhooks: { totalCount: 1, edges: [{ node: { id: webhook.id, url: input.url } }] },
    node: { url: input.url },
  })
})

test('what is given changes, the rest stays; a new secret leaves the old one good for a while', async () => {
  const { webhook, secret } = await create()
  const update = async (changes: object) =>
    (
      await app.read(UPDATE, {
        variables: { input: { id: webhook.id, ...changes } },
        key: ADMIN_KEY,
      })
    ).updateWebhook
  expect(await update({ enabled: false, events: [], url: null })).toEqual({
    secret: null,
    webhook: {
      url: input.url,
      events: [],
      sources: ['wire'],
      enabled: false,
      previousSecretUntil: null,
    },
  })
  const rotated = await update({ rotateSecret: true, overlapHours: 2 })
  expect(rotated.secret).not.toBe(secret)
  expect(rotated.webhook.previousSecretUntil).toBe('2025-12-24T14:00:00.000Z')
})

test('a deleted webhook is gone, with what waits to be sent to it', async () => {
  const { webhook } = await create()
  await addDelivery()
  const deletion = `mutation { deleteWebhook(id: "${webhook.id}") { ... on DeleteWebhookPayload { deletedId } ... on Error { code } } }`
  expect((await app.read(deletion, { key: ADMIN_KEY })).deleteWebhook).toEqual({
    deletedId: webhook.id,
  })
  expect([await app.db.webhook.count(), await app.db.webhookDelivery.count()]).toEqual([0, 0])
  expect((await app.read(deletion, { key: ADMIN_KEY })).deleteWebhook).toEqual({
    code: 'NOT_FOUND',
  })
})

test('messages are listed with what became of them, and sent again when asked for', async () => {
  const { webhook } = await create()
  const id = await addDelivery('DEAD')
  const list = (filter: string) =>
    app.read(
      `{ webhookDeliveries(filter: ${filter}) { totalCount edges { node { id messageId type status attempts webhook { url } } } } }`,
      { key: ADMIN_KEY },
    )
  const { webhookDeliveries } = await list(
    `{ webhook: "${webhook.id}", status: [DEAD], event: [ARTICLE_PUBLISHED] }`,
  )
  expect(webhookDeliveries.edges).toEqual([
    {
      node: {
        id,
        messageId: 'msg_1',
        type: 'article.published',
        status: 'DEAD',
        attempts: 3,
        webhook: { url: input.url },
      },
    },
  ])
  expect((await list('{ status: [PENDING] }')).webhookDeliveries.totalCount).toBe(0)
  const replay = `mutation { replayDelivery(id: "${id}") { ... on ReplayDeliveryPayload { delivery { status attempts nextAttemptAt } } ... on Error { code } } }`
  expect((await app.read(replay, { key: ADMIN_KEY })).replayDelivery).toEqual({
    delivery: { status: 'PENDING', attempts: 0, nextAttemptAt: NOW.toISOString() },
  })
  const audit = await app.db.auditEvent.findMany({
    orderBy: { id: 'asc' },
    select: { action: true },
  })
  expect(audit.map(({ action }) => action)).toEqual(['createWebhook', 'replayDelivery'])
})

test.each([
  ['url', 'ftp://hooks.example/'],
  ['url', 'nonsense'],
  ['url', 'https://user:secret@hooks.example/'],
  ['sources', ['Not a slug!']],
])('%s: %s is refused, and nothing is stored', async (field, value) => {
  const { createWebhook } = await app.read(CREATE, {
    variables: { input: { ...input, [field]: value } },
    key: ADMIN_KEY,
  })
  expect(createWebhook).toMatchObject({ code: 'INVALID_INPUT' })
  expect(createWebhook.message).toContain(`input.${field}`)
  expect(await app.db.webhook.count()).toBe(0)
})

test('without ADMIN nothing of webhooks can be read or changed', async () => {
  const { webhook } = await create()
  const id = await addDelivery()
  const key = await app.makeKey('READ_UNPUBLISHED', 'INGEST', 'REVIEW')
  const asks = [
    '{ webhooks { totalCount } }',
    '{ webhookDeliveries { totalCount } }',
    `mutation { createWebhook(input: { url: "https://a.example/" }) { __typename } }`,
    `mutation { updateWebhook(input: { id: "${webhook.id}" }) { __typename } }`,
    `mutation { deleteWebhook(id: "${webhook.id}") { __typename } }`,
    `mutation { replayDelivery(id: "${id}") { __typename } }`,
  ]
  for (const query of asks) {
    const codes = [await app.ask(query), await app.ask(query, { key })].map(
      ({ errors }) => errors[0]?.extensions?.code,
    )
    expect([query, ...codes]).toEqual([query, 'UNAUTHENTICATED', 'FORBIDDEN'])
  }
  for (const node of [webhook.id, id]) {
    expect(await app.read(`{ node(id: "${node}") { id } }`, { key })).toEqual({ node: null })
  }
})
