import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { BackupTargetExistsError, backupDatabase } from '../../../src/db/backup.ts'
import { openDb } from '../../../src/db/client.ts'
import { DatabaseFileError } from '../../../src/db/database-error.ts'
import { databasePath } from '../../../src/db/database-path.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { nextLine, startChild } from './children/start-child.ts'
import { temporaryDirectory } from './temporary-directory.ts'

test('a backup is a database of its own with the same rows', async () => {
  const { db, url, close } = await createTestDatabase()
  onTestFinished(close)
  await db.topic.create({ data: { slug: 'war', name: 'War' } })
  const directory = temporaryDirectory()
  const target = `${directory}/deeper/backup.db`
  expect(backupDatabase(url, target)).toEqual({ path: target, bytes: statSync(target).size })
  expect(readdirSync(`${directory}/deeper`)).toEqual(['backup.db'])
  await db.topic.deleteMany()

  expect(migrate(`file:${target}`)).toEqual([])
  const copy = await openDb(`file:${target}`)
  onTestFinished(() => copy.$disconnect())
  expect(await copy.topic.findMany()).toEqual([{ id: 1, slug: 'war', name: 'War' }])
})

test('a backup leaves out what an open transaction has written', async () => {
  const { db, url, close } = await createTestDatabase()
  onTestFinished(close)
  await db.topic.create({ data: { slug: 'before', name: 'Before' } })
  const target = `${temporaryDirectory()}/backup.db`
  await db.$transaction(async (tx) => {
    await tx.topic.create({ data: { slug: 'within', name: 'Within' } })
    backupDatabase(url, target)
  })
  const copy = new Database(target, { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.prepare('SELECT slug FROM "Topic"').pluck().all()).toEqual(['before'])
})

test('a backup by another process while this one writes holds whole transactions only, and stops no writer', async () => {
  const { db, url, close } = await createTestDatabase()
  onTestFinished(close)
  const target = `${temporaryDirectory()}/backup.db`
  const writePair = (pair: number) =>
    db.$transaction(async (tx) => {
      await tx.topic.create({ data: { slug: `${pair}-first`, name: 'First' } })
      await tx.topic.create({ data: { slug: `${pair}-second`, name: 'Second' } })
    })
  let written = 0
  while (written < 500) await writePair(written++)
  const child = startChild(new URL('./children/run-backup.ts', import.meta.url), url, target)
  let done = false
  const report = nextLine(child).finally(() => {
    done = true
  })
  while (!done) await writePair(written++)
  expect(JSON.parse(await report)).toEqual({ path: target, bytes: statSync(target).size })
  expect(await child.finish()).toBe(0)
  expect(await db.topic.count()).toBe(2 * written)

  const copy = new Database(target, { readonly: true })
  onTestFinished(() => void copy.close())
  const slugs = copy.prepare('SELECT slug FROM "Topic" ORDER BY id').pluck().all()
  const pairs = slugs.length / 2
  expect(pairs).toBeGreaterThanOrEqual(500)
  expect(slugs).toEqual(
    Array.from({ length: pairs }, (_, pair) => [`${pair}-first`, `${pair}-second`]).flat(),
  )
})

test('a target that exists is refused and stays as it is', async () => {
  const { url, close } = await createTestDatabase()
  onTestFinished(close)
  const directory = temporaryDirectory()
  const target = `${directory}/notes.txt`
  writeFileSync(target, 'Call the harbour office.')
  expect(() => backupDatabase(url, target)).toThrow(new BackupTargetExistsError(target))
  expect(new BackupTargetExistsError(target)).toMatchObject({
    code: 'CONFLICT',
    message: `Backup target ${target} exists already. Name another file, or remove it.`,
  })
  expect(readFileSync(target, 'utf8')).toBe('Call the harbour office.')
  expect(readdirSync(directory)).toEqual(['notes.txt'])
})

test('a database cannot be backed up onto itself', async () => {
  const { url, close } = await createTestDatabase()
  onTestFinished(close)
  expect(() => backupDatabase(url, databasePath(url))).toThrow(BackupTargetExistsError)
})

test('a source that does not exist is refused and not created', () => {
  const directory = temporaryDirectory()
  expect(() => backupDatabase(`file:${directory}/none.db`, `${directory}/backup.db`)).toThrow(
    `Database file ${directory}/none.db does not exist, so there is nothing to back up.`,
  )
  expect(readdirSync(directory)).toEqual([])
})

test('a source that is no database, or a damaged one, leaves no backup', () => {
  const directory = temporaryDirectory()
  const target = `${directory}/backup.db`
  const text = `${directory}/story.txt`
  writeFileSync(text, 'Rescue teams reached the valley on Monday.\n'.repeat(50))
  expect(() => backupDatabase(`file:${text}`, target)).toThrow('is not a SQLite database.')

  const damaged = `${directory}/damaged.db`
  migrate(`file:${damaged}`)
  const bytes = readFileSync(damaged)
  bytes.fill(0xff, 4096, 5 * 4096)
  writeFileSync(damaged, bytes)
  expect(() => backupDatabase(`file:${damaged}`, target)).toThrow(DatabaseFileError)
  expect(readdirSync(directory).sort()).toEqual(['damaged.db', 'story.txt'])
})

test('only SQLite files can be backed up', () => {
  expect(() => backupDatabase('postgres://host/name', 'backup.db')).toThrow(InvalidInputError)
})
