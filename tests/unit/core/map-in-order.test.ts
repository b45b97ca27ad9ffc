import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapInOrder } from '../../../src/core/map-in-order.ts'

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const result of results) all.push(result)
  return all
}

const take = async (turns: number): Promise<void> => {
  for (let i = 0; i < turns; i += 1) await turn()
}

describe('mapInOrder', () => {
  it('gives results in the order of the items, whatever each takes, and works on `ahead` at most', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (items, ahead) => {
          let running = 0
          let most = 0
          const results = mapInOrder(items.entries(), ahead, async ([i, turns]) => {
            running += 1
            most = Math.max(most, running)
            await take(turns)
            running -= 1
            return i
          })
          expect(await collect(results)).toEqual([...items.keys()])
          expect(most).toBeLessThanOrEqual(ahead)
        },
      ),
    )
  })

  it('is ahead of who uses the results by `ahead` items, and no more', async () => {
    let [taken, given, furthest] = [0, 0, 0]
    function* items() {
      for (; taken < 40; taken += 1) {
        furthest = Math.max(furthest, taken - given)
        yield taken
      }
    }
    for await (const item of mapInOrder(items(), 3, async (i) => i)) {
      await take(item % 4)
      given += 1
    }
    expect([given, furthest]).toEqual([40, 3])
  })

  it('gives what is done while the next item has not come', async () => {
    async function* items() {
      yield 'first'
      await new Promise(() => undefined)
    }
    const results = mapInOrder(items(), 4, async (item) => item.toUpperCase())
    expect(await results.next()).toEqual({ done: false, value: 'FIRST' })
  })

  it('throws a failure in its turn, after the work that was begun, and takes nothing more', async () => {
    const begun: number[] = []
    const ended: number[] = []
    const seen: number[] = []
    const run = async (): Promise<void> => {
      const results = mapInOrder([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
        begun.push(item)
        await take(item === 1 ? 0 : 5)
        ended.push(item)
        if (item === 1) throw new RangeError('no')
        return item
      })
      for await (const item of results) seen.push(item)
    }
    await expect(run()).rejects.toThrow(RangeError)
    expect(seen).toEqual([0])
    expect(ended.toSorted()).toEqual(begun)
    expect(begun.length).toBeLessThanOrEqual(4)
  })

  it('passes on what goes wrong with the items, and ends their source when it is left', async () => {
    async function* broken() {
      yield 1
      throw new TypeError('the disk')
    }
    await expect(collect(mapInOrder(broken(), 2, async (i) => i))).rejects.toThrow('the disk')
    let closed = false
    function* source() {
      try {
        for (let i = 0; ; i += 1) yield i
      } finally {
        closed = true
      }
    }
    for await (const item of mapInOrder(source(), 2, async (i) => i)) if (item === 3) break
    await turn()
    expect(closed).toBe(true)
  })
})
