import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OpenRequests } from '../../src/server/open-requests.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A request that ends, or fails, when told so. */
function open(requests: OpenRequests) {
  let end: (error?: Error) => void = () => {}
  const ended = requests.run(
    () =>
      new Promise<void>((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve())
      }),
  )
  return {
    end: async (error?: Error) => {
      end(error)
      await ended.catch(() => undefined)
    },
  }
}

test('work waits until no request is open, failed ones included, and no longer than half a second', async () => {
  const requests = new OpenRequests()
  const log: string[] = []
  await requests.pause()
  const one = open(requests)
  const other = open(requests)
  const first = requests.pause().then(() => log.push('goes on'))
  await one.end()
  await vi.advanceTimersByTimeAsync(400)
  expect(log).toEqual([])
  await other.end(new Error('refused'))
  await first
  expect(log).toEqual(['goes on'])

  const endless = open(requests)
  const second = requests.pause().then(() => log.push('goes on after all'))
  await vi.advanceTimersByTimeAsync(499)
  expect(log).toEqual(['goes on'])
  await vi.advanceTimersByTimeAsync(1)
  await second
  expect(log).toEqual(['goes on', 'goes on after all'])
  await endless.end()
})
