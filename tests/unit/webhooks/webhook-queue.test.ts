import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type CreateWebhookInput, createWebhook } from '../../../src/actions/create-webhook.ts'
import { replayDelivery } from '../../../src/actions/replay-delivery.ts'
import { updateWebhook } from '../../../src/actions/update-webhook.ts'
import { withdrawArticle } from '../../../src/actions/withdraw-article.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { pruneEvents } from '../../../src/db/outbox.ts'
import { createGuardedFetch } from '../../../src/net/guarded-fetch.ts'
import { startWebhookQueue } from '../../../src/webhooks/webhook-queue.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'
import {
  startWebhookReceiver,
  verify,
  type WebhookReceiver,
} from '../../support/webhook-receiver.ts'

const DAY_MS = 24 * 3_600_000
const SANK = 'Officials in Oslo said 5 boats sank.'

let app: TestApp
let receiver: WebhookReceiver
let now: Date
beforeEach(async () => {
  app = await createTestApp()
  receiver = await startWebhookReceiver()
  // Receivers refuse messages that are older than five minutes by their own clock.
  now = new Date()
  app.setTime(now)
  onTestFinished(async () => {
    await receiver.close()
    await app.close()
  })
})

const context = () => ({ db: app.db, actor: OPERATOR, now })
const add = (input: Partial<CreateWebhookInput> = {}) =>
  createWebhook(context(), { url: receiver.url, ...input })

/** Sends all that is due at this moment, by a server that is started for it. */
async function send(mayAsk: (address: string) => boolean = () => true): Promise<void> {
  const client = createGuardedFetch({ mayAsk })
  const errors: unknown[] = []
  const queue = startWebhookQueue({
    db: app.db,
    client,
    now: () => now,
    random: () => 0.5,
    onError: (error) => errors.push(error),
  })
  await queue.idle()
  await queue.close()
  await client.close()
  expect(errors).toEqual([])
}
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms)
}
const types = () => receiver.received.map(({ body }) => JSON.parse(body).type)
const deliveries = () => app.db.webhookDelivery.findMany({ orderBy: { id: 'asc' } })

describe('what is sent', () => {
  test('events from now on, signed so that the library of Standard Webhooks accepts them', async () => {
    await app.ingest({ externalId: 'before', bodyText: SANK })
    const { secret } = await add()
    const { articleId } = await app.ingest({ bodyText: SANK, url: 'https://wire.example/a' })
    await send()
    expect(receiver.received.map((message) => verify(secret, message))).toMatchObject([
      {
        type: 'article.published',
        timestamp: now.toISOString(),
        data: {
          article: {
            id: Buffer.from(`Article:${articleId}`).toString('base64'),
            slug: 'quiet-day-2',
            source: 'wire',
            headline: 'Quiet day',
            url: 'https://wire.example/a',
            revision: 1,
          },
        },
      },
      {
        type: 'figure.reported',
        data: {
          figure: { value: 5, attribution: { kind: 'COLLECTIVE' } },
          article: { source: 'wire' },
        },
      },
    ])
    expect(await deliveries()).toMatchObject([
      { status: 'DELIVERED', attempts: 1, responseStatus: 204, error: null, nextAttemptAt: null },
      { status: 'DELIVERED', attempts: 1, responseStatus: 204, error: null, nextAttemptAt: null },
    ])
    await send()
    expect(receiver.received.length).toBe(2)
  })

  test('nothing of what is hidden, and of what is taken back only the id', async () => {
    const { secret } = await add()
    await app.ingest({ externalId: 'draft', headline: 'Secret', status: 'DRAFT' })
    await app.ingest({ externalId: 'open', headline: 'Open', bodyText: SANK })
    await app.ingest({ externalId: 'draft', headline: 'Secret 2', status: 'UNPUBLISHED' })
    await send()
    await app.ingest({ externalId: 'open', headline: 'Taken back', status: 'UNPUBLISHED' })
    await send()
    expect(types()).toEqual(['article.published', 'figure.reported', 'article.unpublished'])
    expect(JSON.stringify(receiver.received)).not.toMatch(/Secret|Taken back/)
    const removal = receiver.received.at(-1)
    expect(removal && verify(secret, removal).data).toEqual({
      article: { id: expect.any(String), source: 'wire' },
    })
  })

  test('a withdrawal, with the figures that it retracts', async () => {
    await add({ events: ['article.withdrawn', 'figure.retracted'] })
    const { articleId } = await app.ingest({ bodyText: SANK })
    await withdrawArticle(
      { ...context(), extractors: EMBEDDED_ONLY },
      { articleId, text: 'It was not so.' },
    )
    await send()
    expect(types()).toEqual(['article.withdrawn', 'figure.retracted'])
  })

  test('only the events and sources that the webhook wants', async () => {
    await add({ events: ['article.published'], sources: ['courier'] })
    await app.ingest({ source: 'wire', bodyText: SANK })
    await app.ingest({ source: 'courier', bodyText: SANK })
    await send()
    expect(types()).toEqual(['article.published'])
    expect(JSON.parse(receiver.received[0]?.body ?? '').data.article.source).toBe('courier')
  })

  test('a claimant who contradicts another one is a conflict, told once however often it is printed', async () => {
    await add({ events: ['figure.conflict'] })
    const report = (externalId: string, bodyText: string) =>
      app.ingest({ externalId, bodyText, publishedAt: new Date(now.getTime() - 3_600_000) })
    await report('a', 'The Ukrainian Air Force said Russia launched 412 drones on Monday.')
    await report('b', 'The Ukrainian Air Force said Russia launched 412 drones on Monday.')
    await report('c', 'The Russian Defense Ministry said Russia launched 350 drones on Monday.')
    await send()
    expect(types()).toEqual(['figure.conflict'])
    expect(JSON.parse(receiver.received[0]?.body ?? '').data.figure.value).toBe(350)
    expect(JSON.parse(receiver.received[0]?.body ?? '').data.conflict.spread).toEqual({
      min: 350,
      max: 412,
      ratio: 412 / 350,
    })
  })

  test('while both secrets are good messages carry a signature of each', async () => {
    const { webhookId, secret: old } = await add({ events: ['article.updated'] })
    await app.ingest({})
    const { secret } = await updateWebhook(context(), {
      id: webhookId,
      rotateSecret: true,
      overlapHours: 1,
    })
    await app.ingest({ headline: 'Second' })
    await send()
    const [message] = receiver.received
    if (message === undefined || secret === null) throw new Error('Nothing came.')
    expect([verify(old, message).type, verify(secret, message).type]).toEqual([
      'article.updated',
      'article.updated',
    ])
    pass(3_600_000)
    await app.ingest({ headline: 'Third' })
    await send()
    expect(receiver.received[1]?.headers['webhook-signature']).not.toContain(' ')
  })
})

describe('a receiver that fails', () => {
  test('with 500 for a day is asked again, ever more rarely, by the same id, until it takes the message', async () => {
    const { secret } = await add({ events: ['article.published'] })
    await app.ingest({})
    receiver.answer((response) => response.writeHead(500).end('no'))
    const start = now.getTime()
    const times: number[] = []
    for (;;) {
      await send()
      times.push(now.getTime() - start)
      const [delivery] = await deliveries()
      expect(delivery).toMatchObject({
        status: 'PENDING',
        attempts: times.length,
        responseStatus: 500,
        responseBody: 'no',
        error: 'The receiver answered 500 instead of 2xx.',
      })
      const next = delivery?.nextAttemptAt ?? now
      if (next.getTime() - start > DAY_MS) break
      // A moment too early nothing is sent.
      now = new Date(next.getTime() - 1)
      await send()
      expect(receiver.received.length).toBe(times.length)
      now = next
    }
    const [seconds, minutes, hours] = [1_100, 66_000, 3_960_000]
    const pauses = [5 * seconds, 5 * minutes, 30 * minutes, 2 * hours, 5 * hours, 10 * hours]
    expect(times.slice(1).map((time, i) => time - (times[i] ?? 0))).toEqual(pauses)

    receiver.answer((response) => response.writeHead(200).end())
    now = (await deliveries())[0]?.nextAttemptAt ?? now
    await send()
    expect(await deliveries()).toMatchObject([{ status: 'DELIVERED', attempts: 8, error: null }])
    const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']))
    expect([receiver.received.length, ids.size]).toEqual([8, 1])
    const [first] = receiver.received
    expect(first && verify(secret, first).type).toBe('article.published')
  })

  test('for three days is given up, and replayed when somebody asks for it', async () => {
    await add({ events: ['article.published'] })
    await app.ingest({})
    receiver.answer((response) => response.writeHead(503).end())
    for (let i = 0; i < 10; i += 1) {
      await send()
      now = (await deliveries())[0]?.nextAttemptAt ?? now
    }
    const [dead] = await deliveries()
    expect(dead).toMatchObject({ status: 'DEAD', attempts: 10, nextAttemptAt: null })
    pass(30 * DAY_MS)
    await send()
    expect(receiver.received.length).toBe(10)
    receiver.answer((response) => response.writeHead(200).end())
    await replayDelivery(context(), dead?.id ?? 0)
    await send()
    expect(await deliveries()).toMatchObject([{ status: 'DELIVERED', attempts: 1 }])
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(dead?.messageId)
  })

  test('by a redirect is not followed', async () => {
    await add({ events: ['article.published'] })
    const other = await startWebhookReceiver()
    onTestFinished(other.close)
    receiver.answer((response) => response.writeHead(307, { location: other.url }).end())
    await app.ingest({})
    await send()
    expect(await deliveries()).toMatchObject([{ status: 'PENDING', responseStatus: 307 }])
    expect(other.received).toEqual([])
  })

  test('that answers 410 is switched off', async () => {
    await add({ events: ['article.published'] })
    receiver.answer((response) => response.writeHead(410).end())
    await app.ingest({})
    await send()
    expect(await deliveries()).toMatchObject([{ status: 'DEAD', responseStatus: 410 }])
    expect(await app.db.webhook.findMany()).toMatchObject([{ enabled: false }])
    await app.ingest({ externalId: 'b' })
    await send()
    expect(receiver.received.length).toBe(1)
  })

  test('of whose answer more comes than is kept has taken the message', async () => {
    await add({ events: ['article.published'] })
    receiver.answer((response) => response.writeHead(200).end('x'.repeat(100_000)))
    await app.ingest({})
    await send()
    const [delivery] = await deliveries()
    expect([delivery?.status, delivery?.responseBody?.length]).toEqual(['DELIVERED', 2_000])
  })

  test('by hanging holds up nobody else', async () => {
    const other = await startWebhookReceiver()
    onTestFinished(other.close)
    await add({ events: ['article.published'] })
    await add({ events: ['article.published'], url: other.url })
    receiver.answer(() => {})
    const client = createGuardedFetch({ mayAsk: () => true })
    const queue = startWebhookQueue({
      db: app.db,
      client,
      now: () => now,
      random: () => 0,
      onError: (error) => expect(error).toBeNull(),
    })
    await app.ingest({ externalId: 'a' })
    await app.ingest({ externalId: 'b' })
    queue.wake()
    await expect.poll(() => other.received.length, { timeout: 10_000 }).toBe(2)
    expect(receiver.received.length).toBe(1)
    await queue.close()
    await client.close()
    // What was broken off is sent by the next process.
    receiver.answer((response) => response.writeHead(200).end())
    await send()
    expect((await deliveries()).map(({ status }) => status)).toEqual(Array(4).fill('DELIVERED'))
  })

  test.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://169.254.169.254/latest/'])(
    'because it is %s is not asked, and the log says why',
    async (url) => {
      await add({ events: ['article.published'], url })
      await app.ingest({})
      await send((address) => address === '203.0.113.1')
      const [delivery] = await deliveries()
      expect(delivery).toMatchObject({ status: 'PENDING', attempts: 1, responseStatus: null })
      expect(delivery?.error).toContain('private network')
    },
  )
})

test('events that a webhook was not told of yet are kept', async () => {
  await app.ingest({ externalId: 'a' })
  await add()
  await app.ingest({ externalId: 'b' })
  await app.ingest({ externalId: 'c' })
  await pruneEvents(app.db, new Date(now.getTime() + DAY_MS))
  await send()
  expect(types()).toEqual(['article.published', 'article.published'])
})

test('who is switched on again is told of what happens from then on', async () => {
  const { webhookId } = await add()
  await updateWebhook(context(), { id: webhookId, enabled: false })
  await app.ingest({ externalId: 'a', headline: 'Missed' })
  await send()
  await updateWebhook(context(), { id: webhookId, enabled: true })
  await app.ingest({ externalId: 'b', headline: 'Told' })
  await send()
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.article.headline)).toEqual([
    'Told',
  ])
})
