import { expect, onTestFinished, test } from 'vitest'
import { claimDeliveries, returnDeliveries } from '../../../src/actions/claim-deliveries.ts'
import { createTestDatabase } from '../../support/test-database.ts'

/** Deliveries that were begun this often before, with the ids 1, 2, 3. */
async function arrange(attempts: readonly number[]) {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const source = { slug: 'courier', name: 'courier', nameKey: 'courier' }
  const { id: sourceId } = await db.source.create({ data: source })
  for (const [i, begun] of attempts.entries()) {
    const body = new Uint8Array()
    const dedupeKey = String(i)
    await db.delivery.create({
      data: { sourceId, dedupeKey, contentType: '', body, attempts: begun },
    })
  }
  const claim = async (after = 0, limit = 10) =>
    (await claimDeliveries(db, { after, limit })).map(({ id }) => id)
  const stored = async () =>
    (await db.delivery.findMany({ orderBy: { id: 'asc' } })).map((row) => row.attempts)
  return { db, claim, stored }
}

test('deliveries that were never begun are begun together, in order, and no more than asked for', async () => {
  const { claim, stored } = await arrange([0, 0, 0])
  expect(await claim(0, 2)).toEqual([1, 2])
  expect(await stored()).toEqual([1, 1, 0])
  expect(await claim(2)).toEqual([3])
  expect(await claim(3)).toEqual([])
})

test('one that was begun before, so that it may have brought the process down, is begun alone', async () => {
  const { claim, stored } = await arrange([0, 0, 1, 2, 0])
  expect(await claim()).toEqual([1, 2])
  expect(await claim(2)).toEqual([3])
  expect(await claim(3)).toEqual([4])
  expect(await claim(4)).toEqual([5])
  expect(await stored()).toEqual([1, 1, 2, 3, 1])
})

test('of two that find the same deliveries waiting each delivery goes to one', async () => {
  const { db, stored } = await arrange([0, 0, 0])
  let waiting = 2
  let release = () => {}
  const bothHaveRead = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow = db.$extends({
    query: {
      delivery: {
        async findMany({ args, query }) {
          const rows = await query(args)
          waiting -= 1
          if (waiting === 0) release()
          await bothHaveRead
          return rows
        },
      },
    },
  }) as unknown as typeof db
  const claim = () => claimDeliveries(slow, { after: 0, limit: 10 })
  const claimed = (await Promise.all([claim(), claim()])).flat()
  expect(claimed.map(({ id }) => id).toSorted()).toEqual([1, 2, 3])
  expect(await stored()).toEqual([1, 1, 1])
})

test('what is returned counts as not begun', async () => {
  const { db, claim, stored } = await arrange([0, 0])
  await claim()
  await returnDeliveries(db, [2])
  expect(await stored()).toEqual([1, 0])
})
