import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { WriteQueue, writeUrgently } from '../../../src/db/write-queue.ts'
import { createTestDatabase } from '../../support/test-database.ts'

test('writers have their turns in the order in which they came, one at a time, failures included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ steps: fc.nat(4), fails: fc.boolean() }), { maxLength: 12 }),
      async (writers) => {
        const queue = new WriteQueue()
        const log: string[] = []
        const turn = async (index: number, { steps, fails }: { steps: number; fails: boolean }) => {
          log.push(`${index} begins`)
          for (let step = 0; step < steps; step += 1) await Promise.resolve()
          log.push(`${index} ends`)
          if (fails) throw new Error(`${index} failed`)
          return index
        }
        const outcomes = await Promise.allSettled(
          writers.map((writer, index) => queue.run(() => turn(index, writer))),
        )
        expect(log).toEqual(writers.flatMap((_, index) => [`${index} begins`, `${index} ends`]))
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
          writers.map(({ fails }) => fails),
        )
      },
    ),
  )
})

test('urgent writers go before others that came earlier, in turn with them, so that neither starves', async () => {
  const queue = new WriteQueue()
  const log: string[] = []
  const turn = (name: string) => queue.run(async () => void log.push(name))
  const urgently = (name: string) => writeUrgently(() => turn(name))
  await Promise.all([
    turn('a'),
    turn('b'),
    turn('c'),
    urgently('1'),
    urgently('2'),
    urgently('3'),
    turn('d'),
  ])
  expect(log).toEqual(['a', '1', 'b', '2', 'c', '3', 'd'])
})

test('a transaction of the database takes the lane of whoever began it', async () => {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const log: string[] = []
  const transaction = (name: string) =>
    db.$transaction(async (tx) => {
      await tx.topic.create({ data: { slug: name, name } })
      log.push(name)
    })
  await Promise.all([
    transaction('a'),
    transaction('b'),
    transaction('c'),
    writeUrgently(() => transaction('urgent')),
  ])
  expect(log).toEqual(['a', 'urgent', 'b', 'c'])
})
