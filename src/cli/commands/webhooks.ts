import { type Command, InvalidArgumentError } from 'commander'
import { createWebhook } from '../../actions/create-webhook.ts'
import { deleteWebhook } from '../../actions/delete-webhook.ts'
import { replayDelivery } from '../../actions/replay-delivery.ts'
import { OPERATOR } from '../../auth/actor.ts'
import { WEBHOOK_EVENTS, type WebhookEvent } from '../../core/webhook-event.ts'
import { print, withDatabase } from '../with-database.ts'

interface AddOptions {
  readonly event: readonly WebhookEvent[]
  readonly source: readonly string[]
  readonly description?: string
  readonly json?: true
}

/** Messages that one command sends again, unless it is run again. */
const REPLAYED_AT_ONCE = 1_000

export function addWebhooksCommand(program: Command): void {
  const webhooks = program.command('webhooks').description('tell other servers of events')

  webhooks
    .command('add')
    .description('tell a server of events from now on; its secret is shown only now')
    .argument('<url>', 'where messages are sent')
    .option(
      '--event <type>',
      `only of this, may be repeated: ${WEBHOOK_EVENTS.join(', ')}`,
      readEvent,
      [],
    )
    .option('--source <slug>', 'only of articles of this source, may be repeated', collect, [])
    .option('--description <text>', 'what it is for')
    .option('--json', 'print as JSON')
    .action(async (url: string, { event, source, description, json }: AddOptions) => {
      const { webhookId: id, secret } = await withDatabase((db) =>
        createWebhook(
          { db, actor: OPERATOR },
          { url, events: [...event], sources: [...source], ...(description && { description }) },
        ),
      )
      print(json ? JSON.stringify({ id, secret }) : `${id}\t${secret}`)
    })

  webhooks
    .command('list')
    .description('list webhooks, and how many messages wait or were given up')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const list = await withDatabase(async (db) => {
        const rows = await db.webhook.findMany({
          orderBy: { id: 'asc' },
          select: { id: true, url: true, enabled: true, events: true, sources: true },
        })
        const counts = await db.webhookDelivery.groupBy({
          by: ['webhookId', 'status'],
          _count: true,
        })
        const count = (id: number, status: string) =>
          counts.find((row) => row.webhookId === id && row.status === status)?._count ?? 0
        return rows.map((row) => ({
          ...row,
          pending: count(row.id, 'PENDING'),
          dead: count(row.id, 'DEAD'),
        }))
      })
      if (json) return print(JSON.stringify(list))
      for (const { id, url, enabled, pending, dead } of list)
        print(
          `${id}\t${enabled ? 'enabled' : 'disabled'}\t${pending} pending\t${dead} dead\t${url}`,
        )
    })

  webhooks
    .command('remove')
    .description('forget a webhook, with all that waits to be sent to it')
    .argument('<id>', 'its number in the list', readId)
    .action(async (id: number) => {
      await withDatabase((db) => deleteWebhook({ db, actor: OPERATOR }, id))
      print(`${id}`)
    })

  webhooks
    .command('replay')
    .description('send again what a webhook did not take in three days')
    .argument('<id>', 'its number in the list', readId)
    .action(async (webhookId: number) => {
      const count = await withDatabase(async (db) => {
        const dead = await db.webhookDelivery.findMany({
          where: { webhookId, status: 'DEAD' },
          orderBy: { id: 'asc' },
          take: REPLAYED_AT_ONCE,
          select: { id: true },
        })
        for (const { id } of dead)
          await replayDelivery({ db, actor: OPERATOR, now: new Date() }, id)
        return dead.length
      })
      print(`${count} to be sent again by the server`)
    })
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value]

function readEvent(value: string, before: readonly WebhookEvent[]): WebhookEvent[] {
  const type = WEBHOOK_EVENTS.find((known) => known === value)
  if (type === undefined) throw new InvalidArgumentError(`one of: ${WEBHOOK_EVENTS.join(', ')}.`)
  return [...before, type]
}

function readId(text: string): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError('give a number.')
  return id
}
