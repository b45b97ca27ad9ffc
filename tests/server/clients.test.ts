import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const run = promisify(execFile)
const EXAMPLE = 'examples/typescript-client'

let app: TestApp
let server: ServerType
let url: string
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    headline: 'Mill burns',
    bodyText: 'Fire crews saved 23 workers from a mill in Leeds, Ida Holm said.',
  })
  server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await app.close()
})

const canRun = (command: string) =>
  run(command, ['--version']).then(
    () => true,
    () => false,
  )
const [hasCurl, hasPython] = await Promise.all(['curl', 'python3'].map(canRun))
if (!hasCurl) console.log('Skipped: the snippets of docs/clients.md for curl, there is no curl.')
if (!hasPython) console.log('Skipped: the snippets of docs/clients.md for Python, no python3.')

/** The first block of docs/clients.md in a language, asking the test application. */
function snippet(language: string): string {
  const blocks = readFileSync('docs/clients.md', 'utf8').split('```')
  const block = blocks.find((text) => text.startsWith(`${language}\n`)) ?? ''
  return block.slice(language.length).replaceAll('http://127.0.0.1:4000', url)
}

test.skipIf(!hasCurl)('the snippet for curl gives figures', async () => {
  const { stdout } = await run('sh', ['-c', snippet('sh')])
  expect(JSON.parse(stdout)).toEqual({
    data: {
      figures: {
        edges: [{ node: { valueText: '23', article: { headline: 'Mill burns' } } }],
      },
    },
  })
})

test.skipIf(!hasPython)('the snippet for Python gives figures', async () => {
  const { stdout } = await run('python3', ['-c', snippet('python')])
  expect(stdout).toBe('23 | Ida Holm | Mill burns\n')
})

describe('the example in TypeScript', () => {
  const tada = (command: string) =>
    run(process.execPath, [`${process.cwd()}/node_modules/gql.tada/bin/cli.js`, command], {
      cwd: EXAMPLE,
    })
  beforeAll(() => tada('generate-output'))

  test('asks for what the schema has, and takes the answer for what it is', async () => {
    await tada('check')
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', EXAMPLE])
  })

  test('gives figures', async () => {
    const args = ['--import', 'tsx', `${EXAMPLE}/figures-at.ts`, `${url}/graphql`, 'leeds']
    const { stdout } = await run(process.execPath, args)
    expect(stdout).toBe('23 | Workers | Ida Holm | Mill burns\n')
  })
})
