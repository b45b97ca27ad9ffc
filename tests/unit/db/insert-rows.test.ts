import { expect, onTestFinished, test } from 'vitest'
import { type Db, openDb } from '../../../src/db/client.ts'
import { insertRows, insertRowsWithIds } from '../../../src/db/insert-rows.ts'
import { updateColumn } from '../../../src/db/update-column.ts'
import { createTestDatabase } from '../../support/test-database.ts'

async function emptyDatabase(): Promise<Db> {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  return db
}

const AT = new Date('2025-12-15T08:40:00.123Z')
const entity = (slug: string) => ({
  type: 'PLACE' as const,
  slug,
  name: `Ünited "${slug}"`,
  nameKey: slug,
  latitude: 50,
  longitude: null,
  createdAt: AT,
  updatedAt: AT,
})
const event = (articleId: number | null) => ({
  type: 'article.created',
  audience: 'READERS',
  articleId,
  payload: { source: 'wire', list: [1, null, 'a'] },
  createdAt: AT,
})

/** What SQLite holds, with the type of each value. */
const cells = (db: Db, table: string, columns: readonly string[]) =>
  db.$queryRawUnsafe(
    `SELECT ${columns.map((name) => `typeof("${name}") || ' ' || quote("${name}") AS "${name}"`).join()} FROM "${table}" ORDER BY "id"`,
  )

test('rows are stored as createMany stores them: times, numbers, booleans, nulls, JSON, defaults', async () => {
  const [ours, prismas] = [await emptyDatabase(), await emptyDatabase()]
  await insertRows(ours, 'Entity', [entity('a'), entity('b')])
  await prismas.entity.createMany({ data: [entity('a'), entity('b')] })
  const alias = { entityId: 1, name: 'A', nameKey: 'a', transliterationKey: 'a', createdAt: AT }
  await insertRows(ours, 'Alias', [{ ...alias, fromAuthority: true }])
  await prismas.alias.createMany({ data: [{ ...alias, fromAuthority: true }] })
  await insertRows(ours, 'OutboxEvent', [event(7), event(null)])
  await prismas.outboxEvent.createMany({ data: [event(7), event(null)] })

  for (const table of ['Entity', 'Alias', 'OutboxEvent']) {
    const [row] = await ours.$queryRawUnsafe<object[]>(`SELECT * FROM "${table}"`)
    const columns = Object.keys(row ?? {})
    const expected = await cells(prismas, table, columns)
    expect(await cells(ours, table, columns)).toEqual(expected)
  }
  expect(await ours.outboxEvent.findFirst()).toMatchObject(event(7))
})

test('ids come in the order of the rows', async () => {
  const db = await emptyDatabase()
  const slugs = ['z', 'a', 'm', 'b']
  const ids = await insertRowsWithIds(db, 'Entity', slugs.map(entity))
  const stored = await Promise.all(ids.map((id) => db.entity.findUnique({ where: { id } })))
  expect(stored.map((row) => row?.slug)).toEqual(slugs)
})

test('no rows need no statement', async () => {
  const { url, close } = await createTestDatabase()
  onTestFinished(close)
  const statements: string[] = []
  const db = await openDb(url, { onQuery: (sql) => statements.push(sql) })
  onTestFinished(() => db.$disconnect())
  await insertRows(db, 'Entity', [])
  await updateColumn(db, 'Figure.claimKey', [])
  expect(await insertRowsWithIds(db, 'Entity', [])).toEqual([])
  expect(statements).toEqual([])
})

test('more rows than one statement takes are stored too', async () => {
  const db = await emptyDatabase()
  const slugs = Array.from({ length: 4_500 }, (_, i) => `place-${i}`)
  const ids = await insertRowsWithIds(db, 'Entity', slugs.map(entity))
  expect(new Set(ids).size).toBe(4_500)
  const last = await db.entity.findUnique({ where: { id: ids.at(-1) ?? 0 } })
  expect(last?.slug).toBe('place-4499')
})

test('a failed insert is refused as a whole', async () => {
  const db = await emptyDatabase()
  await expect(insertRows(db, 'Entity', [entity('a'), entity('a')])).rejects.toThrow(/UNIQUE/)
  expect(await db.entity.count()).toBe(0)
})
