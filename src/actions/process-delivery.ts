import { type AdapterKind, toAdapterKind } from '../core/adapter-kind.ts'
import { AppError } from '../core/app-error.ts'
import type { Db, Tx } from '../db/client.ts'
import type { ActionContext } from './action-context.ts'
import type { ClaimedDelivery } from './claim-deliveries.ts'
import type { CmsEvent, DeliveredPayload } from './cms-event.ts'
import type { IngestOutcome } from './decide-outcome.ts'
import { type PreparedArticle, prepareArticle, storeArticle } from './ingest-article.ts'
import { removeArticle } from './remove-article.ts'

/** Reads the payload of a delivery; adapters live in ingestion, which actions do not know. */
export type ReadPayload = (kind: AdapterKind, payload: DeliveredPayload) => CmsEvent

/** A delivery that was begun this often, and never finished, brings the process down. */
const MOST_ATTEMPTS = 3

/** A delivery of which everything is done that needs no turn of its own. */
export interface PreparedDelivery {
  readonly delivery: ClaimedDelivery
  readonly task: Task
}

type Task =
  | { readonly kind: 'SAVE'; readonly article: PreparedArticle }
  | Extract<CmsEvent, { readonly kind: 'REMOVE' | 'IGNORE' }>
  | { readonly kind: 'FAIL'; readonly error: unknown }

type Context = Omit<ActionContext, 'actor'>

/** Reads what a delivery says, and its article. Writes nothing: it may run ahead, while those before it are stored. */
export async function prepareDelivery(
  context: Context,
  delivery: ClaimedDelivery,
  readPayload: ReadPayload,
): Promise<PreparedDelivery> {
  if (delivery.attempts > MOST_ATTEMPTS) return { delivery, task: GIVEN_UP }
  try {
    const { source, topic, body } = delivery
    const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    const event = readPayload(toAdapterKind(source.adapter), { source: source.slug, topic, json })
    if (event.kind !== 'SAVE') return { delivery, task: event }
    const article = await prepareArticle(withActor(context, delivery), event.input)
    return { delivery, task: { kind: 'SAVE', article } }
  } catch (error) {
    return { delivery, task: { kind: 'FAIL', error } }
  }
}

const GIVEN_UP: Task = {
  kind: 'FAIL',
  error: new AppError(
    'CONFLICT',
    `Processing was begun ${MOST_ATTEMPTS} times and never finished: the server stopped meanwhile.`,
  ),
}

/**
 * Does what a prepared delivery says, with the rights of an ingest, and writes down what became of it in the same
 * transaction: a process that is killed leaves both or neither. Expected errors end it as FAILED with their message; a bug
 * ends it as FAILED too, and is thrown.
 */
export async function storeDelivery(context: Context, prepared: PreparedDelivery): Promise<void> {
  const { delivery } = prepared
  const settle = (tx: Db | Tx, settlement: Settlement) =>
    writeDown(tx, { id: delivery.id, now: context.now, settlement })
  try {
    await carryOut(withActor(context, delivery), prepared, settle)
  } catch (error) {
    const isExpected = error instanceof AppError
    await settle(context.db, { status: 'FAILED', error: isExpected ? error.message : UNEXPECTED })
    if (!isExpected) throw error
  }
}

const UNEXPECTED = 'Unexpected error: it was logged by the server.'

interface Settlement {
  readonly status: 'DONE' | 'FAILED' | 'IGNORED'
  readonly outcome?: IngestOutcome
  readonly articleId?: number | null
  readonly error?: string
}

async function writeDown(
  tx: Db | Tx,
  {
    id,
    now,
    settlement,
  }: { readonly id: number; readonly now: Date; readonly settlement: Settlement },
): Promise<void> {
  const { status, outcome, articleId, error } = settlement
  await tx.delivery.update({
    where: { id },
    data: {
      status,
      outcome: outcome ?? null,
      articleId: articleId ?? null,
      error: error ?? null,
      processedAt: now,
    },
    select: { id: true },
  })
}

/** It was checked when it came in; a key that was revoked since does not undo that. */
const withActor = (context: Context, { actor }: ClaimedDelivery): ActionContext => ({
  ...context,
  actor: { label: actor, scopes: ['INGEST'] },
})

async function carryOut(
  context: ActionContext,
  { delivery, task }: PreparedDelivery,
  settle: (tx: Db | Tx, settlement: Settlement) => Promise<void>,
): Promise<void> {
  const { db } = context
  const { sourceId } = delivery
  const done = (tx: Db | Tx, { outcome, articleId }: Omit<Settlement, 'status'>) =>
    settle(tx, { status: 'DONE', ...(outcome && { outcome }), articleId: articleId ?? null })
  switch (task.kind) {
    case 'FAIL':
      throw task.error
    case 'IGNORE':
      return settle(db, { status: 'IGNORED', error: task.reason })
    case 'REMOVE': {
      const { externalId, at } = task
      await removeArticle(context, { sourceId, externalId, at }, done)
      return
    }
    case 'SAVE': {
      const { externalId, modifiedAt } = task.article.draft
      if (await wasRemovedSince(db, { sourceId, externalId, modifiedAt })) {
        return settle(db, { status: 'DONE', outcome: 'STALE' })
      }
      await storeArticle(context, task.article, done)
    }
  }
}

/** A removal may overtake the text that it is about. */
async function wasRemovedSince(
  db: Db,
  {
    sourceId,
    externalId,
    modifiedAt,
  }: {
    readonly sourceId: number
    readonly externalId: string
    readonly modifiedAt: Date | null
  },
): Promise<boolean> {
  if (modifiedAt === null) return false
  const removal = await db.delivery.findFirst({
    where: { sourceId, externalId, removedAt: { gt: modifiedAt } },
    select: { id: true },
  })
  return removal !== null
}
