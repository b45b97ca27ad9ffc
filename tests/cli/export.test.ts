import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'

let folder: string
let url: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-export-'))
  url = `file:${join(folder, 'test.db')}`
  const file = join(folder, 'in.jsonl')
  const story = { headline: 'Ferry resumes', publishedAt: '2025-12-22T09:00:00Z' }
  const bodyText = 'The ferry carried 120 passengers to Oslo on Monday, the port authority said.'
  const lines = [
    { ...story, externalId: 'a', bodyText },
    { ...story, externalId: 'b', headline: 'Hidden', status: 'DRAFT', bodyText },
  ]
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  expect((await runCli(['import', file, '--source', 'desk'], url)).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('figures go to standard output, or whole to a file', async () => {
  const { code, stdout, stderr } = await runCli(['export', 'figures'], url)
  expect([code, stderr, stdout.trimEnd().split('\r\n').length]).toEqual([0, '', 2])
  const out = join(folder, 'figures.ndjson')
  const args = [
    'export',
    'figures',
    '--format',
    'ndjson',
    '--article',
    'ferry-resumes',
    '--out',
    out,
  ]
  expect(await runCli(args, url)).toEqual({ code: 0, stdout: `1 figures in ${out}\n`, stderr: '' })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    value: 120,
    article: { slug: 'ferry-resumes', url: 'http://127.0.0.1:4000/articles/ferry-resumes' },
  })
})

test('what is not public is left out unless it is asked for', async () => {
  const lines = async (...args: string[]) =>
    (await runCli(['export', 'articles', '--format', 'ndjson', ...args], url)).stdout
      .trimEnd()
      .split('\n')
  expect((await lines()).map((line) => JSON.parse(line).slugline)).toEqual(['ferry-resumes'])
  expect((await lines('--unpublished')).map((line) => JSON.parse(line).pubStatus)).toEqual([
    'usable',
    'withheld',
  ])
})

test('what cannot be written says why, and leaves nothing', async () => {
  const out = join(folder, 'nowhere', 'places.csv')
  const missing = await runCli(['export', 'places', '--out', out], url)
  expect([missing.code, missing.stderr]).toEqual([
    1,
    `"${out}" cannot be written (ENOENT): choose another file.\n`,
  ])
  const wrong = await runCli(
    ['export', 'figures', '--metric', 'nope', '--out', join(folder, 'x.csv')],
    url,
  )
  expect([wrong.code, wrong.stderr]).toEqual([1, 'There is no metric "nope".\n'])
  expect(existsSync(join(folder, 'x.csv'))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
