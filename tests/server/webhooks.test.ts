import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { startServerProcess } from '../support/run-server.ts'
import { startWebhookReceiver, verify } from '../support/webhook-receiver.ts'

test('a message that was not delivered before kill -9 is delivered by the next server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-webhooks-'))
  const receiver = await startWebhookReceiver()
  onTestFinished(async () => {
    await receiver.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const DATABASE_URL = `file:${join(folder, 'test.db')}`
  const env = { DATABASE_URL, DATELINE_SAMPLES: 'off', DATELINE_PRIVATE_ADDRESSES: 'on' }

  const added = await runCli(
    ['webhooks', 'add', receiver.url, '--event', 'article.published', '--json'],
    DATABASE_URL,
  )
  const { id, secret } = JSON.parse(added.stdout)
  // The receiver hangs, so the server is killed between commit and delivery.
  receiver.answer(() => {})
  const first = await startServerProcess(env)
  const file = join(folder, 'story.txt')
  writeFileSync(file, 'Ferry sails again\n\nThe ferry sails.')
  await runCli(['import', file, '--source', 'wire'], DATABASE_URL)
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
  first.child.kill('SIGKILL')
  await once(first.child, 'close')
  expect(JSON.parse((await runCli(['webhooks', 'list', '--json'], DATABASE_URL)).stdout)).toEqual([
    {
      id,
      url: receiver.url,
      enabled: true,
      events: ['article.published'],
      sources: [],
      pending: 1,
      dead: 0,
    },
  ])

  receiver.answer((response) => response.writeHead(204).end())
  const second = await startServerProcess(env)
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2)
  const messages = receiver.received.map((message) => verify(secret, message))
  expect(messages[1]).toMatchObject({
    type: 'article.published',
    data: { article: { headline: 'Ferry sails again', source: 'wire' } },
  })
  // Sent twice by one id, so that the receiver can tell.
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'close')).toEqual([0, null])

  expect(await runCli(['webhooks', 'remove', String(id)], DATABASE_URL)).toMatchObject({ code: 0 })
  expect((await runCli(['webhooks', 'list'], DATABASE_URL)).stdout).toBe('')
  expect(await runCli(['webhooks', 'remove', '99'], DATABASE_URL)).toMatchObject({
    code: 1,
    stderr: 'There is no webhook with this id.\n',
  })
})
