import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { startServerProcess } from '../support/run-server.ts'

const KEY = 'an-admin-key-for-tests'

async function ask(url: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: Record<string, any> }).data
}

test('a burst of deliveries that was answered before kill -9 is carried out by the next server, each once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const DATABASE_URL = `file:${join(folder, 'test.db')}`
  const env = { DATABASE_URL, DATELINE_SAMPLES: 'off', DATELINE_ADMIN_KEY: KEY }
  await runCli(['sources', 'add', 'courier'], DATABASE_URL)
  const first = await startServerProcess(env)
  const ids = Array.from({ length: 30 }, (_, i) => `story-${String(i).padStart(2, '0')}`)
  const answers = await Promise.all(
    ids.map(async (externalId) => {
      const response = await fetch(`${first.url}/ingest/courier`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        body: JSON.stringify({ externalId, headline: externalId, bodyText: 'Ferries sail again.' }),
      })
      return response.status
    }),
  )
  first.child.kill('SIGKILL')
  await once(first.child, 'close')
  expect(answers).toEqual(ids.map(() => 202))

  const second = await startServerProcess(env)
  const done = '{ ingestions(first: 50, filter: { status: [DONE] }) { totalCount } }'
  await expect
    .poll(async () => (await ask(second.url, done)).ingestions?.totalCount, { timeout: 20_000 })
    .toBe(30)
  const { articles } = await ask(
    second.url,
    '{ articles(first: 50) { edges { node { externalId revisions { totalCount } } } } }',
  )
  const stored = articles.edges.map(
    ({ node }: { node: { externalId: string; revisions: { totalCount: number } } }) =>
      `${node.externalId} ${node.revisions.totalCount}`,
  )
  expect(stored.sort()).toEqual(ids.map((id) => `${id} 1`))
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'close')).toEqual([0, null])
})
