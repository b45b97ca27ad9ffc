import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { databasePath } from '../../../src/db/database-path.ts'
import { SqliteAdapterFactory } from '../../../src/db/sqlite-adapter.ts'
import { createTestDatabase } from '../../support/test-database.ts'

async function testDatabase() {
  const database = await createTestDatabase()
  onTestFinished(database.close)
  return database
}

/** Begins at once; Prisma's own promises begin when they are awaited. */
const addTopic = async (db: Pick<Db, 'topic'>, slug: string) =>
  await db.topic.create({ data: { slug, name: slug } })

const INSERT = { sql: `INSERT INTO "Topic" (slug, name) VALUES ('x', 'X')`, args: [], argTypes: [] }

test('a transaction in which a statement failed cannot be committed', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'taken')
  const caught = db.$transaction(async (tx) => {
    await addTopic(tx, 'new')
    await addTopic(tx, 'taken').catch(() => {})
  })
  await expect(caught).rejects.toThrow('A statement of this transaction failed')
  expect(await db.topic.count()).toBe(1)
})

test('nothing more runs in a transaction in which a statement failed', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'taken')
  const caught = db.$transaction(async (tx) => {
    await addTopic(tx, 'taken').catch(() => {})
    await addTopic(tx, 'new')
  })
  await expect(caught).rejects.toThrow('Let the error leave the transaction.')
  expect(await db.topic.count()).toBe(1)
  await addTopic(db, 'new')
  expect(await db.topic.count()).toBe(2)
})

test('a savepoint before the failed statement brings the transaction back', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'taken')
  await db.$transaction(async (tx) => {
    await addTopic(tx, 'outer')
    await tx.$transaction((inner) => addTopic(inner, 'taken')).catch(() => {})
    await addTopic(tx, 'after')
  })
  const topics = await db.topic.findMany({ orderBy: { id: 'asc' } })
  expect(topics.map(({ slug }) => slug)).toEqual(['taken', 'outer', 'after'])
})

test('a transaction that takes too long is rolled back, and its later statements are refused', async () => {
  const { db } = await testDatabase()
  let late: Promise<unknown> = Promise.resolve()
  const slow = db.$transaction(
    async (tx) => {
      await addTopic(tx, 'early')
      await addTopicWhenFree(db) // waits until the time-out gives the connection back
      late = addTopic(tx, 'late')
      await late
    },
    { timeout: 1_000 },
  )
  await expect(slow).rejects.toMatchObject({ code: 'P2028' })
  await expect(late).rejects.toMatchObject({ code: 'P2028' })
  expect(await db.topic.findMany({ select: { slug: true } })).toEqual([{ slug: 'free' }])
})

const addTopicWhenFree = (db: Db) => addTopic(db, 'free')

test('a transaction that waits too long for its turn gives up and holds up nobody', async () => {
  const { db } = await testDatabase()
  await db.$transaction(async (tx) => {
    await addTopic(tx, 'first')
    const second = db.$transaction((other) => addTopic(other, 'second'), { maxWait: 20 })
    await expect(second).rejects.toMatchObject({ code: 'P2028' })
  })
  await addTopic(db, 'third')
  const topics = await db.topic.findMany({ orderBy: { id: 'asc' } })
  expect(topics.map(({ slug }) => slug)).toEqual(['first', 'third'])
})

test('a statement that was waiting when its transaction ended does not run in the next one', async () => {
  const { url } = await testDatabase()
  const adapter = await new SqliteAdapterFactory(databasePath(url)).connect()
  onTestFinished(() => adapter.dispose())
  const transaction = await adapter.startTransaction()
  const late = transaction.executeRaw(INSERT)
  await Promise.all([
    transaction.rollback(),
    expect(late).rejects.toThrow('The transaction has ended.'),
  ])
  const sql = 'SELECT count(*) FROM "Topic"'
  expect((await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows).toEqual([[0]])
})

test('a statement after COMMIT or ROLLBACK is refused', async () => {
  const { url } = await testDatabase()
  const adapter = await new SqliteAdapterFactory(databasePath(url)).connect()
  onTestFinished(() => adapter.dispose())
  for (const end of ['commit', 'rollback'] as const) {
    const transaction = await adapter.startTransaction()
    await transaction[end]()
    await expect(transaction.executeRaw(INSERT)).rejects.toThrow('The transaction has ended.')
    await expect(transaction.queryRaw(INSERT)).rejects.toThrow('The transaction has ended.')
  }
})

test('ending a transaction a second time does not end the next one', async () => {
  const { db, url } = await testDatabase()
  const adapter = await new SqliteAdapterFactory(databasePath(url)).connect()
  onTestFinished(() => adapter.dispose())
  const first = await adapter.startTransaction()
  await first.rollback()
  const second = await adapter.startTransaction()
  await second.executeRaw(INSERT)
  await first.rollback()
  await expect(first.commit()).rejects.toThrow('The transaction has ended.')
  expect(await db.topic.count()).toBe(0)
  await second.commit()
  expect(await db.topic.count()).toBe(1)
})

test('an isolation level that SQLite does not have is refused', async () => {
  const { db } = await testDatabase()
  const { url } = await testDatabase()
  const adapter = await new SqliteAdapterFactory(databasePath(url)).connect()
  onTestFinished(() => adapter.dispose())
  await expect(adapter.startTransaction('READ COMMITTED')).rejects.toMatchObject({
    cause: { kind: 'InvalidIsolationLevel' },
  })
  await db.$transaction((tx) => addTopic(tx, 'serial'), { isolationLevel: 'Serializable' })
  expect(await db.topic.count()).toBe(1)
})
