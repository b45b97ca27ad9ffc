import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/db/migrate.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const SCHEMA = 'prisma/schema.prisma'

/** Runs the Prisma CLI, on the engine of scripts/schema-engine.mjs; fails when its exit code is not 0. */
async function prisma(url: string, ...args: readonly string[]): Promise<string> {
  const cli = 'node_modules/prisma/build/index.js'
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
    env: { ...process.env, DATABASE_URL: url, NO_COLOR: '1' },
  })
  return stdout
}

const newUrl = () => `file:${temporaryDirectory()}/drift.db`

test('the migrations make exactly the models of the schema', async () => {
  const difference = await prisma(
    newUrl(),
    ...['migrate', 'diff', '--exit-code', '--from-migrations', 'prisma/migrations'],
    ...['--to-schema', SCHEMA],
  )
  expect(difference).toContain('No difference detected.')
})

test('a database that migrate() made is up to date for the Prisma CLI and has the models of the schema', async () => {
  const url = newUrl()
  expect(migrate(url)).not.toEqual([])
  expect(await prisma(url, 'migrate', 'status')).toContain('Database schema is up to date!')
  const difference = await prisma(
    url,
    ...['migrate', 'diff', '--exit-code', '--from-config-datasource', '--to-schema', SCHEMA],
  )
  expect(difference).toContain('No difference detected.')
})

test('a database that the Prisma CLI made is up to date for migrate()', async () => {
  const url = newUrl()
  const output = await prisma(url, 'migrate', 'deploy')
  expect(output).toContain('All migrations have been successfully applied.')
  expect(migrate(url)).toEqual([])
})
