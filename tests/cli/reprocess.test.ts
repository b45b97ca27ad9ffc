import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'

let folder: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'))
  url = `file:${join(folder, 'test.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SUMMARY = (reprocessed: number, unchanged: number) =>
  `${reprocessed} reprocessed, ${unchanged} unchanged, 0 failed\n`

test('articles that an older version read are read again, once', async () => {
  const file = join(folder, 'stories.jsonl')
  const story = { headline: 'Storm hits farms', bodyText: 'The storm hit 40 farms in Denmark.' }
  const lines = ['a1', 'a2'].map((externalId) => JSON.stringify({ externalId, ...story }))
  writeFileSync(file, lines.join('\n'))
  expect((await runCli(['import', file, '--source', 'wire', '--json'], url)).code).toBe(0)
  const connection = new Database(join(folder, 'test.db'))
  connection.exec(`UPDATE "ArticleRevision" SET "extractorVersion" = 'old' WHERE "id" = 1`)
  connection.close()

  expect((await runCli(['extract', '--reprocess', '--source', 'wire'], url)).stdout).toBe(
    SUMMARY(1, 0),
  )
  expect((await runCli(['extract', '--reprocess'], url)).stdout).toBe(SUMMARY(0, 0))
  const all = await runCli(['extract', '--reprocess', '--all', '--json'], url)
  expect(JSON.parse(all.stdout)).toEqual({ reprocessed: 0, unchanged: 2, failed: [] })
})

test('an unknown source is an error with exit code 1', async () => {
  const { code, stderr } = await runCli(['extract', '--reprocess', '--source', 'nobody'], url)
  expect([code, stderr]).toEqual([1, 'There is no source "nobody": see "dateline sources list".\n'])
})

test('a source cannot ask for an extractor that is not set up', async () => {
  const { code, stderr } = await runCli(['sources', 'add', 'wire', '--extractor', 'remote'], url)
  expect([code, stderr]).toEqual([
    1,
    'input.extractor: no remote extractor is set up. Set DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL and start again, or choose the embedded one.\n',
  ])
})
