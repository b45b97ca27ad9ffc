import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../../support/test-database.ts'

async function arrange() {
  const { db, url, close } = await createTestDatabase()
  onTestFinished(close)
  return { db, file: url.slice('file:'.length) }
}

test('a statement runs again with other values, and again after it failed', async () => {
  const { db } = await arrange()
  const add = (slug: string) => db.topic.create({ data: { slug, name: slug } })
  const find = (slug: string) => db.topic.findUnique({ where: { slug }, select: { name: true } })
  await add('a')
  await add('b')
  await expect(add('a')).rejects.toThrow('Unique constraint failed')
  await add('c')
  expect([await find('a'), await find('b'), await find('nobody'), await find('c')]).toEqual([
    { name: 'a' },
    { name: 'b' },
    null,
    { name: 'c' },
  ])
})

test('more statements than are kept give their own answers', async () => {
  const { db } = await arrange()
  const ask = async (i: number) => {
    const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT ${i} AS n`)
    return Number(row?.n)
  }
  const numbers = Array.from({ length: 1_000 }, (_, i) => i)
  const answers: number[] = []
  for (const i of numbers) answers.push(await ask(i))
  expect(answers).toEqual(numbers)
  expect(await ask(0)).toBe(0)
})

test('a table that another process changes is read with its new columns', async () => {
  const { db, file } = await arrange()
  await db.topic.create({ data: { slug: 'a', name: 'A' } })
  const read = () => db.$queryRawUnsafe(`SELECT * FROM "Topic"`)
  expect(await read()).toEqual([{ id: 1, slug: 'a', name: 'A' }])
  const other = new Database(file)
  other.exec(`ALTER TABLE "Topic" ADD COLUMN "note" TEXT DEFAULT 'new'`)
  other.close()
  expect(await read()).toEqual([{ id: 1, slug: 'a', name: 'A', note: 'new' }])
})
