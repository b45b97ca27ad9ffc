import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../src/db/migrate.ts'
import { MigrationError } from '../../../src/db/migration-error.ts'
import { MIGRATIONS_DIRECTORY, readMigrationFiles } from '../../../src/db/migration-file.ts'
import { nextLine, startChild } from './children/start-child.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const SHIPPED = readMigrationFiles(MIGRATIONS_DIRECTORY).map(({ name }) => name)

/** A database and a migrations folder of the test's own. */
function scratch() {
  const root = temporaryDirectory()
  const file = path.join(root, 'scratch.db')
  const directory = path.join(root, 'migrations')
  const sqlOf = (name: string) => path.join(directory, name, 'migration.sql')
  mkdirSync(directory)
  return {
    url: `file:${file}`,
    directory,
    sqlOf,
    add: (name: string, sql: string) => {
      mkdirSync(path.join(directory, name))
      writeFileSync(sqlOf(name), sql)
    },
    run: () => migrate(`file:${file}`, { directory }),
    open: () => {
      const connection = new Database(file)
      onTestFinished(() => void connection.close())
      return connection
    },
  }
}

const CREATE_PLANT = 'CREATE TABLE "Plant" (id INTEGER PRIMARY KEY, name TEXT NOT NULL);'
const CREATE_LEAF = `CREATE TABLE "Leaf" (
  id INTEGER PRIMARY KEY,
  "plantId" INTEGER NOT NULL REFERENCES "Plant" (id) ON DELETE CASCADE
);`

test('a new database gets every migration of the package, and a second run has nothing to do', () => {
  const url = `file:${temporaryDirectory()}/new.db`
  expect(migrate(url)).toEqual(SHIPPED)
  expect(migrate(url)).toEqual([])
})

test('migrations apply in the order of their names, and only those that are new', () => {
  const { add, run, open } = scratch()
  add('2_leaf', CREATE_LEAF)
  add('1_plant', CREATE_PLANT)
  expect(run()).toEqual(['1_plant', '2_leaf'])
  add('3_index', 'CREATE INDEX "Leaf_plantId" ON "Leaf" ("plantId");')
  expect(run()).toEqual(['3_index'])
  const rows = open()
    .prepare(
      'SELECT migration_name, applied_steps_count, logs, rolled_back_at FROM "_prisma_migrations" ORDER BY rowid',
    )
    .raw()
    .all()
  expect(rows).toEqual([
    ['1_plant', 1, null, null],
    ['2_leaf', 1, null, null],
    ['3_index', 1, null, null],
  ])
})

test('a migration that was edited after it was applied is refused, and nothing after it runs', () => {
  const { add, run, sqlOf, open } = scratch()
  add('1_plant', CREATE_PLANT)
  run()
  writeFileSync(sqlOf('1_plant'), `${CREATE_PLANT}\nCREATE TABLE "Root" (id INTEGER PRIMARY KEY);`)
  add('2_leaf', CREATE_LEAF)
  expect(run).toThrow(
    new MigrationError(
      'Migration 1_plant was edited after it was applied. Restore its migration.sql and put the change into a new migration.',
    ),
  )
  expect(tablesOf(open())).toEqual(['Plant', '_prisma_migrations'])
})

test('other line ends are no edit', () => {
  const { add, run, sqlOf } = scratch()
  add('1_leaf', `${CREATE_PLANT}\n${CREATE_LEAF}\n`)
  run()
  writeFileSync(sqlOf('1_leaf'), readFileSync(sqlOf('1_leaf'), 'utf8').replaceAll('\n', '\r\n'))
  expect(run()).toEqual([])
})

test('a migration that fails leaves nothing of itself, keeps those before it, and runs once it is mended', () => {
  const { add, run, sqlOf, open } = scratch()
  add('1_plant', CREATE_PLANT)
  add('2_leaf', `${CREATE_LEAF}\nINSERT INTO "Plant" (id) VALUES (1);`)
  expect(run).toThrow(
    new MigrationError(
      'Migration 2_leaf failed and was rolled back: NOT NULL constraint failed: Plant.name. The database is as it was before; mend the migration or go back to the release that made the database.',
    ),
  )
  const connection = open()
  expect(tablesOf(connection)).toEqual(['Plant', '_prisma_migrations'])
  const note = connection
    .prepare(
      `SELECT logs, finished_at, rolled_back_at IS NOT NULL AS "rolledBack"
        FROM "_prisma_migrations" WHERE migration_name = '2_leaf'`,
    )
    .get()
  expect(note).toEqual({
    logs: 'NOT NULL constraint failed: Plant.name',
    finished_at: null,
    rolledBack: 1,
  })
  connection.close()

  writeFileSync(sqlOf('2_leaf'), CREATE_LEAF)
  expect(run()).toEqual(['2_leaf'])
})

test('a migration that the Prisma CLI began and did not finish is refused', () => {
  const { add, run, open } = scratch()
  add('1_plant', CREATE_PLANT)
  run()
  const connection = open()
  connection.exec('UPDATE "_prisma_migrations" SET finished_at = NULL')
  connection.close()
  expect(run).toThrow(
    new MigrationError(
      'Migration 1_plant was begun by the Prisma CLI and did not finish. Restore a backup; or repair the database by hand and then run: npx prisma migrate resolve --applied 1_plant (or --rolled-back 1_plant).',
    ),
  )
})

test('migrations that a newer release has applied are let be', () => {
  const newer = scratch()
  newer.add('1_plant', CREATE_PLANT)
  newer.add('2_leaf', CREATE_LEAF)
  newer.run()
  const older = scratch()
  older.add('1_plant', CREATE_PLANT)
  expect(migrate(newer.url, { directory: older.directory })).toEqual([])
})

test('a table that is rebuilt the way Prisma does it keeps the rows that point to it', () => {
  const { add, run, open } = scratch()
  add('1_leaf', `${CREATE_PLANT}\n${CREATE_LEAF}`)
  run()
  const before = open()
  before.exec(`INSERT INTO "Plant" VALUES (1, 'oak'); INSERT INTO "Leaf" VALUES (1, 1), (2, 1);`)
  before.close()
  add(
    '2_rebuild',
    `PRAGMA defer_foreign_keys=ON;
    PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_Plant" (id INTEGER PRIMARY KEY, name TEXT NOT NULL, height REAL NOT NULL DEFAULT 0);
    INSERT INTO "new_Plant" (id, name) SELECT id, name FROM "Plant";
    DROP TABLE "Plant";
    ALTER TABLE "new_Plant" RENAME TO "Plant";
    PRAGMA foreign_keys=ON;
    PRAGMA defer_foreign_keys=OFF;`,
  )
  expect(run()).toEqual(['2_rebuild'])
  const after = open()
  expect(after.prepare('SELECT * FROM "Plant"').raw().all()).toEqual([[1, 'oak', 0]])
  expect(after.prepare('SELECT * FROM "Leaf"').raw().all()).toEqual([
    [1, 1],
    [2, 1],
  ])
})

test('a migration that leaves a row without the row it points to is rolled back', () => {
  const { add, run, open } = scratch()
  add('1_leaf', `${CREATE_PLANT}\n${CREATE_LEAF}`)
  add('2_orphan', 'INSERT INTO "Leaf" VALUES (7, 99);')
  expect(run).toThrow(
    'Migration 2_orphan failed and was rolled back: row 7 of Leaf points to no row of Plant.',
  )
  expect(open().prepare('SELECT count(*) FROM "Leaf"').pluck().get()).toBe(0)
})

test('a migration that would end the transaction it runs in does not run at all', () => {
  const { add, run, open } = scratch()
  add('1_plant', `${CREATE_PLANT}\nCOMMIT;`)
  expect(run).toThrow('it holds COMMIT or ROLLBACK, but runs in a transaction of its own')
  expect(tablesOf(open())).toEqual(['_prisma_migrations'])
})

test('a folder without migration.sql, and no folder at all, are named', () => {
  const { url, directory, run } = scratch()
  mkdirSync(path.join(directory, '1_empty'))
  expect(run).toThrow(
    new MigrationError(
      'Migration 1_empty has no readable migration.sql. Restore the file, or remove its folder if the migration was never applied.',
    ),
  )
  const nowhere = path.join(directory, 'nowhere')
  expect(() => migrate(url, { directory: nowhere })).toThrow(
    new MigrationError(
      `Cannot read the migrations in ${nowhere}. They belong beside the program: copy prisma/migrations there.`,
    ),
  )
})

test('of six processes that start at once one applies each migration and all succeed', async () => {
  const { url, directory, add, open } = scratch()
  cpSync(MIGRATIONS_DIRECTORY, directory, { recursive: true })
  add('99999999999998_plant', CREATE_PLANT)
  // Long enough for all six to find it pending.
  add(
    '99999999999999_many',
    `INSERT INTO "Plant" (name)
      WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
      SELECT 'oak ' || i FROM n;`,
  )
  const names = [...SHIPPED, '99999999999998_plant', '99999999999999_many']
  const children = Array.from({ length: 6 }, () =>
    startChild(new URL('./children/run-migrate.ts', import.meta.url), url, directory),
  )
  for (const child of children) expect(await nextLine(child)).toBe('ready')
  expect(await Promise.all(children.map((child) => child.finish()))).toEqual([0, 0, 0, 0, 0, 0])
  const applied = await Promise.all(
    children.map(async (child) => JSON.parse(await nextLine(child)) as string[]),
  )
  expect(applied.flat().sort()).toEqual(names)
  const connection = open()
  const rows = connection.prepare('SELECT migration_name FROM "_prisma_migrations" ORDER BY rowid')
  expect(rows.pluck().all()).toEqual(names)
  expect(connection.prepare('SELECT count(*) FROM "Plant"').pluck().get()).toBe(300_000)
})

function tablesOf(connection: Database.Database) {
  return connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
}
