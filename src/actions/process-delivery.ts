import { type AdapterKind, toAdapterKind } from '../core/adapter-kind.ts'
import { AppError } from '../core/app-error.ts'
import type { Db } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import type { CmsEvent, DeliveredPayload } from './cms-event.ts'
import type { IngestOutcome } from './decide-outcome.ts'
import { ingestArticle } from './ingest-article.ts'
import { removeArticle } from './remove-article.ts'

/** Reads the payload of a delivery; adapters live in ingestion, which actions do not know. */
export type ReadPayload = (kind: AdapterKind, payload: DeliveredPayload) => CmsEvent

/** A delivery that was begun this often, and never finished, brings the process down. */
const MOST_ATTEMPTS = 3

interface Settlement {
  readonly status: 'DONE' | 'FAILED' | 'IGNORED'
  readonly outcome?: IngestOutcome
  readonly articleId?: number | null
  readonly error?: string
}

/**
 * Does what a stored delivery says, with the rights of an ingest, and writes down what became of it. Expected errors end
 * it as FAILED with their message; a bug ends it as FAILED too, and is thrown.
 *
 * A process that is killed in between begins again: articles are written at most once, but the outcome may then say
 * UNCHANGED of what the killed process wrote.
 */
export async function processDelivery(
  context: Omit<ActionContext, 'actor'>,
  id: number,
  readPayload: ReadPayload,
): Promise<void> {
  const { db, now } = context
  const delivery = await claim(db, id)
  if (delivery === null) return
  const settle = ({ status, outcome, articleId, error }: Settlement) =>
    db.delivery.update({
      where: { id },
      data: {
        status,
        outcome: outcome ?? null,
        articleId: articleId ?? null,
        error: error ?? null,
        processedAt: now,
      },
    })
  if (delivery.attempts > MOST_ATTEMPTS) {
    const error = `Processing was begun ${MOST_ATTEMPTS} times and never finished: the server stopped meanwhile.`
    await settle({ status: 'FAILED', error })
    return
  }
  try {
    await settle(await carryOut({ ...context, actor: actorOf(delivery) }, delivery, readPayload))
  } catch (error) {
    const isExpected = error instanceof AppError
    await settle({ status: 'FAILED', error: isExpected ? error.message : UNEXPECTED })
    if (!isExpected) throw error
  }
}

const UNEXPECTED = 'Unexpected error: it was logged by the server.'

type ClaimedDelivery = NonNullable<Awaited<ReturnType<typeof claim>>>

/** The delivery, if it still waits and no other process has begun it in this moment. */
async function claim(db: Db, id: number) {
  const delivery = await db.delivery.findUnique({
    where: { id },
    include: { source: { select: { slug: true, adapter: true } } },
  })
  if (delivery === null || delivery.status !== 'RECEIVED') return null
  const { attempts } = delivery
  const { count } = await db.delivery.updateMany({
    where: { id, status: 'RECEIVED', attempts },
    data: { attempts: attempts + 1 },
  })
  return count === 1 ? { ...delivery, attempts: attempts + 1 } : null
}

/** It was checked when it came in; a key that was revoked since does not undo that. */
const actorOf = ({ actor }: ClaimedDelivery) =>
  ({ label: actor, scopes: ['INGEST'] }) satisfies ActionContext['actor']

async function carryOut(
  context: ActionContext,
  { source, sourceId, topic, body }: ClaimedDelivery,
  readPayload: ReadPayload,
): Promise<Settlement> {
  const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
  const event = readPayload(toAdapterKind(source.adapter), { source: source.slug, topic, json })
  if (event.kind === 'IGNORE') return { status: 'IGNORED', error: event.reason }
  const { externalId } = event
  if (event.kind === 'REMOVE') {
    const result = await removeArticle(context, { sourceId, externalId, at: event.at })
    return { status: 'DONE', ...result }
  }
  const modifiedAt = event.input.modifiedAt ?? null
  if (
    modifiedAt !== null &&
    (await wasRemovedSince(context.db, { sourceId, externalId, modifiedAt }))
  ) {
    return { status: 'DONE', outcome: 'STALE' }
  }
  return { status: 'DONE', ...(await ingestArticle(context, event.input)) }
}

/** A removal may overtake the text that it is about. */
async function wasRemovedSince(
  db: Db,
  { sourceId, externalId, modifiedAt }: { sourceId: number; externalId: string; modifiedAt: Date },
): Promise<boolean> {
  const removal = await db.delivery.findFirst({
    where: { sourceId, externalId, removedAt: { gt: modifiedAt } },
    select: { id: true },
  })
  return removal !== null
}
