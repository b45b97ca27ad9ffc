import { expect, test } from 'vitest'
import { WalFlusher } from '../../../src/db/wal-flusher.ts'

/** A disk that is done when told so. */
function arrange() {
  const log: string[] = []
  const turns: ((error?: Error) => void)[] = []
  const flusher = new WalFlusher('/data/x.db', async (file) => {
    log.push(`open ${file}`)
    return {
      datasync: () =>
        new Promise<void>((resolve, reject) => {
          log.push('begin')
          turns.push((error) => (error ? reject(error) : resolve()))
        }),
      close: async () => void log.push('close'),
    }
  })
  const flush = (name: string) =>
    flusher.flush().then(
      () => log.push(`${name} safe`),
      (error: Error) => log.push(`${name} failed: ${error.message}`),
    )
  return { flusher, log, flush, turns }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('those who commit while the disk is at work share its next turn', async () => {
  const { log, flush, turns } = arrange()
  void flush('a')
  await settle()
  void flush('b')
  void flush('c')
  await settle()
  expect(log).toEqual(['open /data/x.db-wal', 'begin'])
  turns[0]?.()
  await settle()
  expect(log.slice(2)).toEqual(['a safe', 'begin'])
  turns[1]?.()
  await settle()
  expect(log.slice(4)).toEqual(['b safe', 'c safe'])
})

test('a disk that fails fails those who wait for that turn, and is asked again', async () => {
  const { log, flush, turns } = arrange()
  void flush('a')
  await settle()
  void flush('b')
  turns[0]?.(new Error('EIO'))
  await settle()
  turns[1]?.()
  await settle()
  expect(log.slice(1)).toEqual(['begin', 'a failed: EIO', 'begin', 'b safe'])
})

test('closing waits for the disk', async () => {
  const { flusher, log, flush, turns } = arrange()
  void flush('a')
  await settle()
  const closed = flusher.close().then(() => log.push('closed'))
  turns[0]?.()
  await closed
  expect(log.slice(1)).toEqual(['begin', 'a safe', 'close', 'closed'])
})
