import { Webhook } from 'standardwebhooks'
import { currentSecrets, type SourceSecrets } from '../auth/source-secret.ts'
import { AppError } from '../core/app-error.ts'
import type { Db } from '../db/client.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { retryPause } from './retry-schedule.ts'

/** A receiver should take a message and work on it later. */
const TIMEOUT_MS = 15_000
/** Of an answer as much is kept as tells what was wrong. */
const MAX_ANSWER_BYTES = 2_000

export interface Sending {
  readonly db: Db
  readonly client: GuardedFetch
  readonly now: () => Date
  /** 0 up to 1. */
  readonly random: () => number
  /** Breaks off what is being sent; nothing is written down then. */
  readonly signal: AbortSignal
}

/** A delivery with the webhook it is for. */
export interface DueDelivery {
  readonly id: number
  readonly messageId: string
  readonly body: string
  readonly attempts: number
  readonly webhook: SourceSecrets & { readonly id: number; readonly url: string }
}

/**
 * Sends one message, signed as Standard Webhooks says, and writes down what came of it. Any answer but 2xx is a
 * failure, a redirect too; it is sent again later, by the same id. Whoever answers 410 wants no more: the webhook is
 * switched off.
 */
export async function sendDelivery(sending: Sending, delivery: DueDelivery): Promise<void> {
  const { db, now, random } = sending
  const { id, webhook } = delivery
  const at = now()
  const result = await post(sending, delivery, at)
  const attempts = delivery.attempts + 1
  const ended = now()
  const attempt = { attempts, lastAttemptAt: at, ...result }
  if (result.error === null) {
    await record(db, id, { ...attempt, status: 'DELIVERED', nextAttemptAt: null })
    return
  }
  const pause = result.responseStatus === 410 ? null : retryPause(attempts, random())
  const nextAttemptAt = pause === null ? null : new Date(ended.getTime() + pause)
  await record(db, id, { ...attempt, status: pause === null ? 'DEAD' : 'PENDING', nextAttemptAt })
  if (result.responseStatus === 410) {
    await db.webhook.updateMany({ where: { id: webhook.id }, data: { enabled: false } })
  }
}

interface Attempt {
  readonly responseStatus: number | null
  readonly responseBody: string | null
  /** Null where the message was taken. */
  readonly error: string | null
}

async function post(
  { client, signal }: Sending,
  { messageId, body, webhook }: DueDelivery,
  at: Date,
): Promise<Attempt> {
  const signatures = currentSecrets(webhook, at).map((secret) =>
    new Webhook(secret).sign(messageId, at, body),
  )
  try {
    const answer = await client.fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Dateline',
        'webhook-id': messageId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signatures.join(' '),
      },
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
      onSurplus: 'cut',
      maxRedirects: 0,
      signal,
    })
    const { status } = answer
    const isTaken = status >= 200 && status < 300
    return {
      responseStatus: status,
      responseBody: answer.body.toString('utf8'),
      error: isTaken ? null : `The receiver answered ${status} instead of 2xx.`,
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { responseStatus: null, responseBody: null, error: error.message }
  }
}

/** The webhook may have been deleted meanwhile, and its deliveries with it. */
const record = (
  db: Db,
  id: number,
  data: Parameters<Db['webhookDelivery']['updateMany']>[0]['data'],
) => db.webhookDelivery.updateMany({ where: { id }, data })
