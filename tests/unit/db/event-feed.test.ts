import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { EventFeed } from '../../../src/db/event-feed.ts'
import { pruneEvents } from '../../../src/db/outbox.ts'
import { createTestDatabase } from '../../support/test-database.ts'

let db: Db
let feed: EventFeed
beforeEach(async () => {
  const database = await createTestDatabase()
  db = database.db
  feed = new EventFeed(db, { pollMs: 5, onError: (error) => expect(error).toBeNull() })
  onTestFinished(async () => {
    await feed.close()
    await database.close()
  })
})

const OLD = new Date('2025-12-01T00:00:00Z')
const write = (count: number) =>
  db.outboxEvent.createMany({
    data: Array.from({ length: count }, () => ({
      type: 'article.updated',
      articleId: 1,
      payload: {},
      createdAt: OLD,
    })),
  })
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

async function take(stream: AsyncIterableIterator<{ id: number }, void>, count: number) {
  const ids: number[] = []
  while (ids.length < count) {
    const { done, value } = await stream.next()
    if (done) break
    ids.push(value.id)
  }
  return ids
}

test('events of another process are found by looking now and then', async () => {
  const stream = feed.stream(0, new AbortController().signal)
  const first = take(stream, 3)
  await write(3)
  expect(await first).toEqual([1, 2, 3])
})

test('a stream that is slow gets all events in order, more than are kept in memory', async () => {
  const { signal } = new AbortController()
  const [fast, slow] = [feed.stream(0, signal), feed.stream(0, signal)]
  await write(1)
  expect([await take(fast, 1), await take(slow, 1)]).toEqual([[1], [1]])
  await write(2_500)
  expect(await take(fast, 2_500)).toEqual(upTo(2_501).slice(1))
  expect(await take(slow, 2_500)).toEqual(upTo(2_501).slice(1))
})

test('a stream that falls behind what is kept is told so', async () => {
  const { signal } = new AbortController()
  const [fast, slow] = [feed.stream(0, signal), feed.stream(0, signal)]
  await write(1)
  expect([await take(fast, 1), await take(slow, 1)]).toEqual([[1], [1]])
  await write(1_500)
  await take(fast, 1_500)
  expect(await pruneEvents(db, new Date('2025-12-02T00:00:00Z'))).toBe(1_500)
  await expect(take(slow, 1)).rejects.toMatchObject({ code: 'EVENTS_PRUNED' })
})

test('a stream ends when its signal aborts, and when the feed is closed', async () => {
  const stop = new AbortController()
  const one = take(feed.stream(0, stop.signal), 1)
  const other = take(feed.stream(0, new AbortController().signal), 1)
  await expect.poll(() => feed.openStreams).toBe(2)
  stop.abort()
  expect(await one).toEqual([])
  await feed.close()
  expect(await other).toEqual([])
  expect(feed.openStreams).toBe(0)
})

test('the newest event is kept, however old, so that ids go on being known', async () => {
  await write(3)
  expect(await pruneEvents(db, new Date('2025-12-02T00:00:00Z'))).toBe(2)
  await write(1)
  expect((await db.outboxEvent.findMany()).map(({ id }) => id)).toEqual([3, 4])
})
