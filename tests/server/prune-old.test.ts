import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWebhook } from '../../src/actions/create-webhook.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import { pruneOld } from '../../src/server/prune-old.ts'
import { createTestApp, NOW, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const KEEP = { deliveryDays: 30, eventDays: 20, failureDays: 90 }
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 24 * 3_600_000)
const logged: object[] = []
const prune = async () => {
  logged.length = 0
  const log = pino(
    { base: null, timestamp: false },
    { write: (line) => logged.push(JSON.parse(line)) },
  )
  await pruneOld(app.db, KEEP, { log, now: NOW })
}

async function addDeliveries(rows: readonly (readonly [string, number])[]) {
  const source = { slug: 'courier', name: 'courier', nameKey: 'courier' }
  const { id: sourceId } = await app.db.source.create({ data: source })
  await app.db.delivery.createMany({
    data: rows.map(([status, days], i) => ({
      sourceId,
      dedupeKey: `id:${i}`,
      contentType: 'application/json',
      body: new Uint8Array([1]),
      status: status as 'DONE',
      receivedAt: daysAgo(days),
    })),
  })
}

test('what a CMS sent goes when its time is over: failures later, and never what still waits', async () => {
  await addDeliveries([
    ['RECEIVED', 400],
    ['FAILED', 91],
    ['FAILED', 89],
    ['DONE', 31],
    ['IGNORED', 31],
    ['DONE', 29],
    ['IGNORED', 29],
  ])
  await prune()
  const left = await app.db.delivery.findMany({ orderBy: { id: 'asc' } })
  expect(left.map(({ dedupeKey, status }) => [dedupeKey, status])).toEqual([
    ['id:0', 'RECEIVED'],
    ['id:2', 'FAILED'],
    ['id:5', 'DONE'],
    ['id:6', 'IGNORED'],
  ])
  expect(logged).toEqual([
    {
      level: 30,
      events: 0,
      messages: 0,
      deliveries: 3,
      msg: 'what is older than it is kept was deleted',
    },
  ])
  await prune()
  expect(logged).toEqual([])
})

test('more than one batch goes in one run, and the first that is younger ends it', async () => {
  await addDeliveries([
    ...Array.from({ length: 1_203 }, () => ['DONE', 31] as const),
    ['DONE', 1],
    ['DONE', 1],
  ])
  await prune()
  expect(await app.db.delivery.count()).toBe(2)
})

test('messages that webhooks took go, dead ones later, and never those that are still to be sent', async () => {
  const { webhookId } = await createWebhook(
    { db: app.db, actor: OPERATOR },
    { url: 'https://receiver.example/' },
  )
  const rows = [
    ['PENDING', 400],
    ['DEAD', 91],
    ['DEAD', 89],
    ['DELIVERED', 21],
    ['DELIVERED', 19],
  ] as const
  await app.db.webhookDelivery.createMany({
    data: rows.map(([status, days], eventId) => ({
      webhookId,
      eventId,
      messageId: `msg_${eventId}`,
      type: 'article.published',
      body: '{}',
      status,
      createdAt: daysAgo(days),
    })),
  })
  await prune()
  const left = await app.db.webhookDelivery.findMany({ orderBy: { id: 'asc' } })
  expect(left.map(({ messageId }) => messageId)).toEqual(['msg_0', 'msg_2', 'msg_4'])
})

test('events go when everyone who reads them has, and the newest one stays', async () => {
  const write = () =>
    app.db.outboxEvent.createMany({
      data: [1, 2, 3].map((articleId) => ({
        type: 'article.updated',
        articleId,
        payload: {},
        createdAt: daysAgo(21),
      })),
    })
  const ids = async () => (await app.db.outboxEvent.findMany()).map(({ id }) => id)
  await write()
  await createWebhook({ db: app.db, actor: OPERATOR }, { url: 'https://receiver.example/' })
  await write()
  await prune()
  const first = (await ids())[0]
  const { position } = await app.db.webhook.findFirstOrThrow()
  expect(first).toBe(position)
  await app.db.webhook.updateMany({ data: { enabled: false } })
  await prune()
  expect(await ids()).toHaveLength(1)
})
