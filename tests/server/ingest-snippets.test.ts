import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { rotateSourceSecret } from '../../src/actions/rotate-source-secret.ts'
import { upsertSource } from '../../src/actions/upsert-source.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import type { AdapterKind } from '../../src/core/adapter-kind.ts'
import { EMBEDDED_ONLY } from '../support/extractors.ts'
import { createTestApp } from '../support/test-app.ts'

const run = promisify(execFile)
const canRun = (command: string, option: string) =>
  run(command, [option]).then(
    () => true,
    () => false,
  )
const hasCurl = await canRun('curl', '--version')
const hasOpenssl = await canRun('openssl', 'version')
const hasPython = await canRun('python3', '--version')
if (!hasCurl) console.log('Skipped: the snippets of docs/integrations for curl, there is no curl.')
if (!hasOpenssl) console.log('Skipped: the snippet of docs/integrations/ghost.md, no openssl.')
if (!hasPython) console.log('Skipped: the snippet of docs/integrations for Python, no python3.')

/** Runs the first block of a page in a language, against a source of this test; its output, and what was stored. */
async function tryOut(page: string, language: 'sh' | 'python', adapter: AdapterKind) {
  const app = await createTestApp()
  const server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    await app.close()
  })
  const now = new Date()
  app.setTime(now)
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now }
  await upsertSource(context, { slug: 'courier', adapter })
  const { secret } = await rotateSourceSecret(context, { slug: 'courier' })
  const { port } = server.address() as AddressInfo
  const blocks = readFileSync(`docs/integrations/${page}.md`, 'utf8').split('```')
  const block = blocks.find((text) => text.startsWith(`${language}\n`)) ?? ''
  const code = block.slice(language.length).replaceAll('127.0.0.1:4000', `127.0.0.1:${port}`)
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, SECRET: secret }
  const { stdout } = await run(language === 'sh' ? 'sh' : 'python3', ['-c', code], { env })
  const stored = await app.db.delivery.findMany({ orderBy: { id: 'asc' } })
  return { stdout, stored: stored.map(({ externalId, dedupeKey }) => ({ externalId, dedupeKey })) }
}

test.skipIf(!hasCurl)('plain JSON with a token, by curl', async () => {
  const { stdout, stored } = await tryOut('generic', 'sh', 'generic')
  expect(stdout.match(/HTTP\/1\.1 202/g)).toHaveLength(2)
  expect(stored.map(({ externalId }) => externalId)).toEqual(['story-7', 'story-7'])
})

test.skipIf(!hasPython)('plain JSON with a signature, by Python', async () => {
  const { stdout, stored } = await tryOut('generic', 'python', 'generic')
  expect(stdout).toMatch(/^202 \{.*"status":"RECEIVED"/)
  expect(stored).toEqual([{ externalId: 'story-8', dedupeKey: 'id:story-8-1' }])
})

test.skipIf(!hasCurl || !hasOpenssl)("Ghost's signature, by curl and openssl", async () => {
  const { stdout, stored } = await tryOut('ghost', 'sh', 'ghost')
  expect(stdout).toContain('HTTP/1.1 202')
  expect(stored.map(({ externalId }) => externalId)).toEqual(['1'])
})
