import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type EventStream, readEventStream } from '../support/event-stream.ts'
import { runCli } from '../support/run-cli.ts'
import { startServerProcess } from '../support/run-server.ts'

const KEY = 'an-admin-key-for-tests'

async function subscribe(url: string, lastEventId?: string): Promise<EventStream> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
    body: JSON.stringify({
      query: 'subscription { articleChanged { kind article { headline } } }',
    }),
  })
  const stream = readEventStream(response)
  await stream.next()
  return stream
}

const ingest = (url: string, headline: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({
      query: `mutation { ingestArticle(input: { source: "wire", externalId: "${headline}", headline: "${headline}", bodyText: "Text." }) { __typename } }`,
    }),
  }).then((response) => response.json())

const headlines = async (stream: EventStream, count: number) =>
  (await stream.take(count)).map(({ data }) => data.data.articleChanged.article.headline)

test('after kill -9 a client goes on from its last event: nothing missed, nothing twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-subscriptions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const DATABASE_URL = `file:${join(folder, 'test.db')}`
  const env = { DATABASE_URL, DATELINE_SAMPLES: 'off', DATELINE_ADMIN_KEY: KEY }

  const first = await startServerProcess(env)
  const stream = await subscribe(first.url)
  await ingest(first.url, 'One')
  const [seen] = await stream.take(1)
  expect(seen?.data.data.articleChanged).toEqual({
    kind: 'PUBLISHED',
    article: { headline: 'One' },
  })
  await ingest(first.url, 'Two')
  first.child.kill('SIGKILL')
  await once(first.child, 'close')

  const file = join(folder, 'three.txt')
  writeFileSync(file, 'Three\n\nText.')
  await runCli(['import', file, '--source', 'wire'], DATABASE_URL)

  const second = await startServerProcess(env)
  const again = await subscribe(second.url, seen?.id ?? '')
  expect(await headlines(again, 2)).toEqual(['Two', 'Three'])
  // By another process while the client waits.
  const other = join(folder, 'four.txt')
  writeFileSync(other, 'Four\n\nText.')
  await runCli(['import', other, '--source', 'wire'], DATABASE_URL)
  expect(await headlines(again, 1)).toEqual(['Four'])

  second.child.kill('SIGTERM')
  expect(await again.rest()).toEqual([{ id: null, event: 'complete', data: null }])
  expect(await once(second.child, 'close')).toEqual([0, null])
})
