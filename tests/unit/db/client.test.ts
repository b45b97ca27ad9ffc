import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { openDb } from '../../../src/db/client.ts'
import { DatabaseFileError } from '../../../src/db/database-error.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const NOBODY = 65_534

/** Root may write everywhere: as root, the work is done with the rights of nobody. */
async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

test('opening a file in a directory that does not exist creates both', async () => {
  const file = path.join(temporaryDirectory(), 'a', 'b', 'new.db')
  const db = await openDb(`file:${file}`)
  await db.$disconnect()
  expect(existsSync(file)).toBe(true)
})

test('a database that was closed leaves one file', async () => {
  const directory = temporaryDirectory()
  const url = `file:${directory}/one.db`
  migrate(url)
  const db = await openDb(url)
  await db.topic.create({ data: { slug: 'war', name: 'War' } })
  expect(existsSync(`${directory}/one.db-wal`)).toBe(true)
  await db.$disconnect()
  expect(existsSync(`${directory}/one.db-wal`)).toBe(false)
  expect(existsSync(`${directory}/one.db-shm`)).toBe(false)
})

test.each([
  ['postgres://user:secret@host/name', 'PostgreSQL is not supported yet.'],
  ['postgresql://user:secret@host/name', 'PostgreSQL is not supported yet.'],
  ['mysql://user:secret@host/name', 'DATABASE_URL has the unknown scheme mysql:.'],
  ['./data/dateline.db', 'DATABASE_URL has no scheme.'],
  ['', 'DATABASE_URL has no scheme.'],
  ['file:', 'DATABASE_URL names no file.'],
  ['file:./data/', 'DATABASE_URL names no file.'],
  ['file::memory:', 'A database in memory cannot be shared by two connections.'],
  ['file:./data/x.db?mode=ro', 'DATABASE_URL takes no parameters.'],
])('the URL "%s" is refused: %s', async (url, problem) => {
  const message = `${problem} Use a SQLite file, such as file:./data/dateline.db.`
  const expected = new InvalidInputError(message, 'DATABASE_URL')
  await expect(openDb(url)).rejects.toThrow(expected)
  expect(() => migrate(url)).toThrow(expected)
})

test('a file of another kind is named as no database, and stays as it is', async () => {
  const file = path.join(temporaryDirectory(), 'story.txt')
  const text = 'Rescue teams reached the valley on Monday.\n'.repeat(50)
  writeFileSync(file, text)
  const expected = new DatabaseFileError(
    file,
    'is not a SQLite database. Name another file in DATABASE_URL, or move this one away.',
  )
  expect(expected.message).toMatch(
    /^Database file \/.*story[.]txt is not a SQLite database[.] Name/,
  )
  await expect(openDb(`file:${file}`)).rejects.toThrow(expected)
  expect(() => migrate(`file:${file}`)).toThrow(expected)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a directory in the place of the file is refused', async () => {
  const directory = temporaryDirectory()
  const message = `Database file ${directory} cannot be opened. It must be a file, in a directory that this user may read and write.`
  await expect(openDb(`file:${directory}`)).rejects.toThrow(message)
})

test('a file in the place of the directory is refused', async () => {
  const taken = path.join(temporaryDirectory(), 'taken')
  writeFileSync(taken, '')
  const message = `Database file ${taken}/new.db needs the directory ${taken}, which cannot be created (EEXIST). Create it, or name another file.`
  await expect(openDb(`file:${taken}/new.db`)).rejects.toThrow(message)
})

test('a directory that this user may not write is refused', async () => {
  const first = await createTestDatabase() // loads the driver while it may still be read
  onTestFinished(first.close)
  const directory = path.join(temporaryDirectory(), 'locked')
  mkdirSync(directory)
  chmodSync(path.dirname(directory), 0o755)
  chmodSync(directory, 0o555)
  const file = path.join(directory, 'new.db')
  const opening = withoutPrivileges(() => openDb(`file:${file}`))
  await expect(opening).rejects.toThrow(
    `Database file ${file} cannot be opened. It must be a file, in a directory that this user may read and write.`,
  )
  const creating = withoutPrivileges(() => openDb(`file:${directory}/deeper/new.db`))
  await expect(creating).rejects.toThrow(
    `Database file ${directory}/deeper/new.db needs the directory ${directory}/deeper, which cannot be created (EACCES).`,
  )
})

test('a file that this user may not write is refused', async () => {
  const first = await createTestDatabase()
  onTestFinished(first.close)
  const directory = temporaryDirectory()
  const file = path.join(directory, 'read-only.db')
  migrate(`file:${file}`)
  chmodSync(file, 0o444)
  chmodSync(directory, 0o755)
  const opening = withoutPrivileges(() => openDb(`file:${file}`))
  await expect(opening).rejects.toThrow(
    `Database file ${file} cannot be written. Give this user write permission on the file and its directory.`,
  )
})

test('onQuery hears each statement once and nothing of BEGIN and COMMIT', async () => {
  const statements: string[] = []
  const { db, close } = await createTestDatabase({ onQuery: (sql) => statements.push(sql) })
  onTestFinished(close)
  await db.$transaction(async (tx) => {
    await tx.topic.create({ data: { slug: 'war', name: 'War' } })
    await tx.topic.count()
  })
  expect(statements.map((sql) => sql.split(' ', 1)[0])).toEqual(['INSERT', 'SELECT'])
})

test('foreign keys are enforced', async () => {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const orphan = db.articleTopic.create({ data: { articleId: 1, topicId: 1, position: 0 } })
  await expect(orphan).rejects.toMatchObject({ code: 'P2003' })
})

test('a filter takes ten thousand ids', async () => {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  await db.topic.create({ data: { slug: 'war', name: 'War' } })
  const ids = Array.from({ length: 10_000 }, (_, index) => index + 1)
  expect(await db.topic.count({ where: { id: { in: ids } } })).toBe(1)
})
