import { expect, onTestFinished, test } from 'vitest'
import { type Db, type OpenDbOptions, openDb } from '../../../src/db/client.ts'
import { DatabaseLockedError } from '../../../src/db/database-error.ts'
import { databasePath } from '../../../src/db/database-path.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { nextLine, startChild } from './children/start-child.ts'

class Abort extends Error {}

async function testDatabase(options?: OpenDbOptions): Promise<TestDatabase> {
  const database = await createTestDatabase(options)
  onTestFinished(database.close)
  return database
}

/** Begins at once; Prisma's own promises begin when they are awaited. */
const addTopic = async (db: Pick<Db, 'topic'>, slug: string) =>
  await db.topic.create({ data: { slug, name: slug } })

/** Long enough for a write that does not wait for its turn to run. */
const pass = async (db: Db) => {
  for (let turn = 0; turn < 10; turn += 1) await db.topic.count()
}

const slugs = async (db: Pick<Db, 'topic'>) =>
  (await db.topic.findMany({ orderBy: { slug: 'asc' } })).map(({ slug }) => slug)

/** Begins a transaction that writes one topic and stays open until told to end. */
async function openTransaction(db: Db, slug: string) {
  const { promise: told, resolve: tell } = deferred<'commit' | 'roll back'>()
  const { promise: written, resolve: write } = deferred<void>()
  const ended = db
    .$transaction(async (tx) => {
      await addTopic(tx, slug)
      write()
      if ((await told) === 'roll back') throw new Abort()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Abort)) throw error
    })
  await Promise.race([written, ended])
  return (how: 'commit' | 'roll back') => {
    tell(how)
    return ended
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

test('readers neither wait for an open transaction nor see what it wrote', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'before')
  const end = await openTransaction(db, 'within')
  expect(await slugs(db)).toEqual(['before'])
  expect(await db.topic.count()).toBe(1)
  expect(await db.$queryRaw`SELECT count(*) AS n FROM "Topic"`).toEqual([{ n: 1n }])
  expect(
    await db.$queryRaw`WITH t AS (SELECT slug FROM "Topic") SELECT count(*) AS n FROM t`,
  ).toEqual([{ n: 1n }])
  await end('commit')
  expect(await slugs(db)).toEqual(['before', 'within'])
})

test('a transaction reads what it wrote itself', async () => {
  const { db } = await testDatabase()
  const seen = await db.$transaction(async (tx) => {
    await addTopic(tx, 'own')
    return slugs(tx)
  })
  expect(seen).toEqual(['own'])
})

test('an acknowledged write survives the rollback of a transaction that was open meanwhile', async () => {
  const { db } = await testDatabase()
  const end = await openTransaction(db, 'undone')
  const writing = addTopic(db, 'kept')
  await pass(db)
  await end('roll back')
  await writing
  expect(await slugs(db)).toEqual(['kept'])
})

test('a write waits for the open transaction and sees its outcome', async () => {
  const { db } = await testDatabase()
  const end = await openTransaction(db, 'taken')
  const writing = addTopic(db, 'taken')
  await pass(db)
  const [outcome] = await Promise.allSettled([writing, end('commit')])
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'P2002' } })
})

test('statements that write behind WITH or RETURNING go to the writing connection', async () => {
  const { db } = await testDatabase()
  const inserted = await db.$queryRaw`
    WITH new(slug) AS (VALUES ('a'), ('b'))
    INSERT INTO "Topic" (slug, name) SELECT slug, slug FROM new RETURNING slug`
  expect(inserted).toEqual([{ slug: 'a' }, { slug: 'b' }])
  expect(await slugs(db)).toEqual(['a', 'b'])
})

test('transactions of fifty requests that read and then write lose no update', async () => {
  const { db } = await testDatabase()
  await db.topic.create({ data: { slug: 'counter', name: '0' } })
  const increment = () =>
    db.$transaction(async (tx) => {
      const { name } = await tx.topic.findUniqueOrThrow({ where: { slug: 'counter' } })
      await tx.topic.update({ where: { slug: 'counter' }, data: { name: `${Number(name) + 1}` } })
    })
  await Promise.all(Array.from({ length: 50 }, increment))
  const { name } = await db.topic.findUniqueOrThrow({ where: { slug: 'counter' } })
  expect(name).toBe('50')
})

test('two clients of one file lose no update either', async () => {
  const { db, url } = await testDatabase()
  const other = await openDb(url)
  onTestFinished(() => other.$disconnect())
  await db.topic.create({ data: { slug: 'counter', name: '0' } })
  const increment = async (client: Db) => {
    for (let turn = 0; turn < 20; turn += 1) {
      await client.$transaction(async (tx) => {
        const { name } = await tx.topic.findUniqueOrThrow({ where: { slug: 'counter' } })
        await tx.topic.update({ where: { slug: 'counter' }, data: { name: `${Number(name) + 1}` } })
      })
    }
  }
  await Promise.all([increment(db), increment(other)])
  const { name } = await other.topic.findUniqueOrThrow({ where: { slug: 'counter' } })
  expect(name).toBe('40')
})

test('a lock that another process keeps is a clear error for writers only, and goes with the lock', async () => {
  const { db, url } = await testDatabase({ sqlite: { busyTimeoutMs: 100 } })
  const child = startChild(new URL('./children/hold-lock.ts', import.meta.url), databasePath(url))
  expect(await nextLine(child)).toBe('locked')

  const locked = new DatabaseLockedError(100)
  expect(locked.message).toBe(
    'The database stayed locked by another process for 100 ms. Try again; if it lasts, look for a process that keeps a transaction open.',
  )
  await expect(db.$transaction((tx) => addTopic(tx, 'within'))).rejects.toThrow(locked)
  await expect(addTopic(db, 'alone')).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining(locked.message),
  })
  expect(await slugs(db)).toEqual([])

  expect(await child.finish()).toBe(0)
  await addTopic(db, 'after')
  expect(await slugs(db)).toEqual(['after'])
})

test('a write that waits for another process lets the event loop go on, and succeeds once it may', async () => {
  const { db, url } = await testDatabase()
  const child = startChild(new URL('./children/hold-lock.ts', import.meta.url), databasePath(url))
  expect(await nextLine(child)).toBe('locked')
  const turns = countTurns()
  const writing = addTopic(db, 'patient')
  await turns.atLeast(100) // were the thread asleep, nobody would count
  expect(await child.finish()).toBe(0)
  await writing
  expect(await slugs(db)).toEqual(['patient'])
})

test('an import of a thousand rows lets the event loop have its turns', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'first')
  const turns = countTurns()
  for (let index = 0; index < 1_000; index += 1) await addTopic(db, `topic-${index}`)
  expect(turns.count()).toBeGreaterThanOrEqual(5)
})

test('a long transaction lets the event loop have its turns', async () => {
  const { db } = await testDatabase()
  await addTopic(db, 'first')
  const turns = countTurns()
  await db.$transaction(async (tx) => {
    for (let index = 0; index < 1_000; index += 1) await addTopic(tx, `topic-${index}`)
  })
  expect(turns.count()).toBeGreaterThanOrEqual(5)
})

test('disconnecting rolls an open transaction back and waits for the writers in the queue', async () => {
  const { db, url } = await testDatabase()
  const end = await openTransaction(db, 'open')
  const writing = addTopic(db, 'queued')
  await db.$disconnect()
  await writing
  await expect(end('commit')).rejects.toMatchObject({ code: 'P2028' })
  const again = await openDb(url)
  onTestFinished(() => again.$disconnect())
  expect(await slugs(again)).toEqual(['queued'])
})

/** A chain of setImmediate, one link for each turn of the event loop. */
function countTurns() {
  let turns = 0
  let counting = true
  const turn = () => {
    turns += 1
    if (counting) setImmediate(turn)
  }
  setImmediate(turn)
  onTestFinished(() => {
    counting = false
  })
  return {
    count: () => turns,
    atLeast: async (goal: number) => {
      while (turns < goal) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
