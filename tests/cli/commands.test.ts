import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'

let folder: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'))
  url = `file:${join(folder, 'test.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every command explains itself', async () => {
  const { code, stdout } = await runCli(['--help'], url)
  expect(code).toBe(0)
  for (const command of ['serve', 'import', 'sources', 'keys', 'migrate', 'backup', 'doctor']) {
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    const help = await runCli([command, '--help'], url)
    expect([command, help.code]).toEqual([command, 0])
  }
})

test('a key is made, listed and revoked', async () => {
  const made = JSON.parse(
    (await runCli(['keys', 'create', 'desk', '--scope', 'ingest', '--json'], url)).stdout,
  )
  expect(made.key).toMatch(/^dl_/)
  expect((await runCli(['keys', 'revoke', String(made.id)], url)).stdout).toBe(
    `revoked ${made.id}\n`,
  )
  const [listed] = JSON.parse((await runCli(['keys', 'list', '--json'], url)).stdout)
  expect(listed).toMatchObject({
    id: made.id,
    name: 'desk',
    scopes: ['INGEST'],
    revokedAt: expect.any(String),
  })
  const unknown = await runCli(['keys', 'create', 'desk', '--scope', 'everything'], url)
  expect(unknown.stderr).toContain('there are: READ_UNPUBLISHED, INGEST, REVIEW, ADMIN.')
})

test('sources are added and listed', async () => {
  await runCli(['sources', 'add', 'courier', '--name', 'The Courier'], url)
  expect((await runCli(['sources', 'list'], url)).stdout).toBe(
    'courier\tenabled\tgeneric\tembedded\tThe Courier\n',
  )
})

test('migrate, doctor and backup work on a new database; a backup never overwrites', async () => {
  expect((await runCli(['migrate'], url)).stdout).toMatch(/^applied \d+_init\n(applied \w+\n)*$/)
  expect((await runCli(['migrate'], url)).stdout).toBe('up to date\n')
  expect((await runCli(['doctor'], url)).stdout).toContain('0 articles, 0 active keys')
  const copy = join(folder, 'copy.db')
  expect((await runCli(['backup', copy], url)).code).toBe(0)
  expect(existsSync(copy)).toBe(true)
  const again = await runCli(['backup', copy], url)
  expect([again.code, again.stderr.includes('copy.db')]).toEqual([1, true])
})

test('an unknown setting is an error that lists the known ones', async () => {
  const { status, stderr } = spawnSync(process.execPath, ['bin/dateline.js', 'migrate'], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, DATELINE_SAMPELS: 'off' },
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^DATELINE_SAMPELS is not a setting\. There are: DATELINE_ADMIN_KEY, DATELINE_SAMPLES, /,
    ),
  ])
})
