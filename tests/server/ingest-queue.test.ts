import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { receiveDelivery } from '../../src/actions/receive-delivery.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import type { Db } from '../../src/db/client.ts'
import { GroupCommit } from '../../src/db/group-commit.ts'
import { startIngestQueue } from '../../src/server/ingest-queue.ts'
import { EMBEDDED_ONLY } from '../support/extractors.ts'
import { NOW } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

async function deliver(db: Db, externalId: string): Promise<void> {
  const slug = 'courier'
  const { id: sourceId } = await db.source.upsert({
    where: { slug },
    create: { slug, name: slug, nameKey: slug },
    update: {},
  })
  const body = Buffer.from(JSON.stringify({ externalId, headline: externalId, bodyText: 'Text.' }))
  const event = { kind: 'REMOVE', externalId, at: null } as const
  const delivery = { sourceId, senderId: null, contentType: '', topic: null, body, event }
  await receiveDelivery({ commits: new GroupCommit(db), actor: OPERATOR, now: NOW }, delivery)
}

async function arrange() {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const logged: string[] = []
  const log = pino({}, { write: (line) => logged.push(line) })
  const start = () => {
    const queue = startIngestQueue({
      db,
      extractors: EMBEDDED_ONLY,
      log,
      pause: async () => {},
      now: () => NOW,
    })
    onTestFinished(() => queue.close())
    return queue
  }
  const statuses = async () =>
    (await db.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ status }) => status)
  return { db, logged, start, statuses }
}

test('a queue begins with what waited when the process before it was killed', async () => {
  const { db, start, statuses } = await arrange()
  await deliver(db, 'a')
  await deliver(db, 'b')
  // Begun, and not finished.
  await db.delivery.updateMany({ where: { externalId: 'a' }, data: { attempts: 1 } })
  await start().idle()
  expect(await statuses()).toEqual(['DONE', 'DONE'])
})

test('a queue processes what comes while it works, in order', async () => {
  const { db, start } = await arrange()
  const queue = start()
  for (const id of ['a', 'b', 'c', 'd']) {
    await deliver(db, id)
    queue.wake()
  }
  await queue.idle()
  const articles = await db.article.findMany({ orderBy: { id: 'asc' } })
  expect(articles.map(({ externalId }) => externalId)).toEqual(['a', 'b', 'c', 'd'])
})

test('a bug ends one delivery, is logged, and leaves the others alone', async () => {
  const { db, logged, start, statuses } = await arrange()
  await db.$executeRaw`CREATE TRIGGER broken BEFORE INSERT ON "Article" WHEN NEW."externalId" = 'a' BEGIN SELECT RAISE(ABORT, 'secret detail'); END`
  await deliver(db, 'a')
  await deliver(db, 'b')
  await start().idle()
  expect(await statuses()).toEqual(['FAILED', 'DONE'])
  const [failed] = await db.delivery.findMany({ orderBy: { id: 'asc' } })
  expect(failed?.error).toBe('Unexpected error: it was logged by the server.')
  expect(logged.filter((line) => line.includes('secret detail'))).toHaveLength(1)
})

test('an article and what became of its delivery are stored together or not at all', async () => {
  const { db, logged, start } = await arrange()
  await db.$executeRaw`CREATE TRIGGER broken BEFORE UPDATE ON "Delivery" WHEN NEW."status" = 'DONE' BEGIN SELECT RAISE(ABORT, 'disk trouble'); END`
  await deliver(db, 'a')
  await start().idle()
  expect(await db.article.count()).toBe(0)
  expect(await db.delivery.findFirst()).toMatchObject({ status: 'FAILED', articleId: null })
  expect(logged.filter((line) => line.includes('disk trouble'))).toHaveLength(1)
})

test('a queue that is closed in the middle leaves the rest as if it had not begun it', async () => {
  const { db, start, statuses } = await arrange()
  for (const id of ['a', 'b', 'c']) await deliver(db, id)
  await start().close()
  const done = (await statuses()).filter((status) => status === 'DONE').length
  const attempts = (await db.delivery.findMany({ orderBy: { id: 'asc' } })).map((d) => d.attempts)
  expect(attempts).toEqual([1, 1, 1].fill(0, done))
})

test('a closed queue takes nothing more', async () => {
  const { db, start, statuses } = await arrange()
  const queue = start()
  await queue.close()
  await deliver(db, 'a')
  queue.wake()
  await queue.idle()
  expect(await statuses()).toEqual(['RECEIVED'])
})
