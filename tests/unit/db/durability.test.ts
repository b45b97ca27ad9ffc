import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openDb } from '../../../src/db/client.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { nextLine, startChild } from './children/start-child.ts'
import { temporaryDirectory } from './temporary-directory.ts'

async function reopen(url: string) {
  expect(migrate(url)).toEqual([])
  const db = await openDb(url)
  onTestFinished(() => db.$disconnect())
  return db
}

function integrityOf(url: string) {
  const connection = new Database(url.slice('file:'.length), { readonly: true })
  onTestFinished(() => void connection.close())
  return connection.pragma('integrity_check', { simple: true })
}

test('after kill -9 in the middle of a transaction the acknowledged write is there, the open one is not', async () => {
  const url = `file:${temporaryDirectory()}/killed.db`
  migrate(url)
  const child = startChild(new URL('./children/stop-in-transaction.ts', import.meta.url), url)
  expect(await nextLine(child)).toBe('in transaction')
  await child.kill()

  const db = await reopen(url)
  expect(await db.topic.findMany({ select: { slug: true } })).toEqual([{ slug: 'acknowledged' }])
  await db.topic.create({ data: { slug: 'open', name: 'Open' } })
  expect(await db.topic.count()).toBe(2)
  expect(integrityOf(url)).toBe('ok')
})

test('after kill -9 of a busy writer every acknowledged pair is there, and no half of one', async () => {
  const url = `file:${temporaryDirectory()}/busy.db`
  migrate(url)
  const child = startChild(new URL('./children/write-pairs.ts', import.meta.url), url)
  let acknowledged = -1
  while (acknowledged < 40) acknowledged = Number(await nextLine(child))
  await child.kill()

  const db = await reopen(url)
  const topics = await db.topic.findMany({ orderBy: { id: 'asc' } })
  const slugs = topics.map(({ slug }) => slug)
  const pairs = slugs.length / 2
  expect(pairs).toBeGreaterThan(acknowledged)
  expect(slugs).toEqual(
    Array.from({ length: pairs }, (_, pair) => [`${pair}-first`, `${pair}-second`]).flat(),
  )
  expect(integrityOf(url)).toBe('ok')
})
