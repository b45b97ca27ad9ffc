import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ThreadPool } from '../../../../src/extraction/pool/thread-pool.ts'

interface Task {
  readonly say: string
  /** Ends the thread: always, or only where the marker is not set yet, and sets it. */
  readonly die?: 'always' | Int32Array
  readonly fail?: true
}

const THREAD = `
  const { parentPort, threadId } = require('node:worker_threads')
  parentPort.on('message', ({ say, die, fail }) => {
    if (die === 'always' || (die && Atomics.exchange(die, 0, 1) === 0)) throw new Error('out of luck')
    if (fail) parentPort.postMessage({ error: new RangeError(say) })
    else parentPort.postMessage({ answer: say + ' by ' + threadId })
  })`

function createPool(size: number, idleMs = 60_000) {
  const started: Worker[] = []
  const pool = new ThreadPool<Task, string>({
    size,
    idleMs,
    start: () => {
      const worker = new Worker(THREAD, { eval: true })
      started.push(worker)
      return worker
    },
  })
  onTestFinished(() => pool.close())
  return { pool, started }
}

const words = (answer: string): string => answer.replace(/ by \d+$/, '')

describe('a pool of threads', () => {
  it('starts none before there is work, and no more than its size', async () => {
    const { pool, started } = createPool(2)
    expect(started).toHaveLength(0)
    const says = Array.from({ length: 20 }, (_, i) => `task ${i}`)
    const answers = await Promise.all(says.map((say) => pool.run({ say })))
    expect(answers.map(words)).toEqual(says)
    expect(started).toHaveLength(2)
  })

  it('gives one task after the other to one thread', async () => {
    const { pool, started } = createPool(4)
    for (const say of ['a', 'b', 'c']) expect(words(await pool.run({ say }))).toBe(say)
    expect(started).toHaveLength(1)
  })

  it('rejects with what a task threw, and the thread goes on', async () => {
    const { pool, started } = createPool(1)
    await expect(pool.run({ say: 'too long', fail: true })).rejects.toThrow(RangeError('too long'))
    expect(words(await pool.run({ say: 'next' }))).toBe('next')
    expect(started).toHaveLength(1)
  })

  it('replaces a thread that dies, and loses no task', async () => {
    const { pool, started } = createPool(1)
    const die = new Int32Array(new SharedArrayBuffer(4))
    const answers = await Promise.all([
      pool.run({ say: 'a', die }),
      ...['b', 'c', 'd', 'e'].map((say) => pool.run({ say })),
    ])
    expect(answers.map(words)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect([started.length, pool.size]).toEqual([2, 1])
  })

  it('gives up a task over which two threads died, and does the others', async () => {
    const { pool, started } = createPool(1)
    const deadly = pool.run({ say: 'x', die: 'always' })
    const after = pool.run({ say: 'after' })
    await expect(deadly).rejects.toMatchObject({
      message: '2 threads died over this task',
      cause: { message: 'out of luck' },
    })
    expect(words(await after)).toBe('after')
    expect(started).toHaveLength(3)
  })

  it('replaces a thread that was ended from outside', async () => {
    const { pool, started } = createPool(1)
    await pool.run({ say: 'a' })
    await started[0]?.terminate()
    expect(pool.size).toBe(0)
    expect(words(await pool.run({ say: 'b' }))).toBe('b')
  })

  it('ends threads that have had nothing to do for a while', async () => {
    const { pool, started } = createPool(1, 0)
    await pool.run({ say: 'a' })
    if (pool.size > 0) await once(started[0] as Worker, 'exit')
    await turn()
    expect(pool.size).toBe(0)
    expect(words(await pool.run({ say: 'b' }))).toBe('b')
  })

  it('does nothing once it is closed, and keeps nobody waiting', async () => {
    const { pool } = createPool(1)
    const open = [pool.run({ say: 'a' }), pool.run({ say: 'b' })].map((task) =>
      task.catch((error: Error) => error.message),
    )
    await pool.close()
    const closed = 'The threads have been ended.'
    expect(await Promise.all(open)).toEqual([closed, closed])
    await expect(pool.run({ say: 'c' })).rejects.toThrow(closed)
    expect(pool.size).toBe(0)
  })
})
