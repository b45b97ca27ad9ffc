import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { receiveDelivery } from '../../src/actions/receive-delivery.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import type { Db } from '../../src/db/client.ts'
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
  await receiveDelivery({ db, actor: OPERATOR, now: NOW }, delivery)
}

async function arrange() {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const logged: string[] = []
  const log = pino({}, { write: (line) => logged.push(line) })
  const start = () => {
    const queue = startIngestQueue({ db, extractors: EMBEDDED_ONLY, log, now: () => NOW })
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

test('a closed queue takes nothing more', async () => {
  const { db, start, statuses } = await arrange()
  const queue = start()
  await queue.close()
  await deliver(db, 'a')
  queue.wake()
  await queue.idle()
  expect(await statuses()).toEqual(['RECEIVED'])
})
