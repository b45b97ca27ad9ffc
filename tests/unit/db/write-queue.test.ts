import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WriteQueue } from '../../../src/db/write-queue.ts'

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
