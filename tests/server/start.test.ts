import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runServerProcess, startServerProcess } from '../support/run-server.ts'

let folder: string
let DATABASE_URL: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-start-'))
  DATABASE_URL = `file:${join(folder, 'deep', 'test.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, query: string, key?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  })
  return response.json()
}

test('a first start prints an admin key once; what it acknowledged survives kill -9', async () => {
  const first = await startServerProcess({ DATABASE_URL, DATELINE_SAMPLES: 'off' })
  const key = /Admin key, shown only now: (dl_\S+)/.exec(first.output())?.[1] ?? ''
  const answer = await ask(
    first.url,
    'mutation { ingestArticle(input: { source: "wire", externalId: "1", headline: "Kept", bodyText: "Kept text." }) { ... on IngestArticlePayload { outcome } } }',
    key,
  )
  expect(answer).toEqual({ data: { ingestArticle: { outcome: 'CREATED' } } })
  first.child.kill('SIGKILL')
  await once(first.child, 'close')

  const second = await startServerProcess({ DATABASE_URL, DATELINE_SAMPLES: 'off' })
  expect(second.output()).not.toContain('dl_')
  expect(await ask(second.url, '{ articles { edges { node { headline } } } }')).toEqual({
    data: { articles: { edges: [{ node: { headline: 'Kept' } }] } },
  })
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'close')).toEqual([0, null])
})

test('a port that is taken, a bad setting and a file that is no database say what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const PORT = String((other.address() as AddressInfo).port)
  expect(await runServerProcess({ DATABASE_URL, DATELINE_SAMPLES: 'off', PORT })).toEqual({
    code: 1,
    stderr: `Port ${PORT} of 127.0.0.1 is taken: stop the other server, or set PORT.\n`,
  })
  other.close()
  expect(await runServerProcess({ DATABASE_URL, PORT: 'four thousand' })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^PORT: /),
  })
  const file = join(folder, 'notes.txt')
  writeFileSync(file, 'These are my notes. '.repeat(100))
  const { code, stderr } = await runServerProcess({ DATABASE_URL: `file:${file}` })
  expect(code).toBe(1)
  expect(stderr).toContain('notes.txt')
  expect(stderr).not.toMatch(/\n {4}at /)
})
