import { createHash } from 'node:crypto'
import { type Actor, requireScope } from '../auth/actor.ts'
import { ConflictError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import type { GroupCommit } from '../db/group-commit.ts'
import type { ActionContext } from './action-context.ts'
import type { CmsEvent } from './cms-event.ts'

export interface Delivery {
  readonly sourceId: number
  /** The sender's own id of the delivery; null where it gives none. */
  readonly senderId: string | null
  readonly contentType: string
  readonly topic: string | null
  readonly body: Buffer
  /** What the body says, which is known to be readable before it is stored. */
  readonly event: CmsEvent
}

/** How a delivery stands, in the words of the ingest endpoint and of GraphQL's Ingestion. */
export interface ReceivedDelivery {
  readonly id: number
  readonly status: 'RECEIVED' | 'DONE' | 'FAILED' | 'IGNORED'
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'STALE' | null
}

const SELECT = { id: true, status: true, outcome: true } as const

/**
 * Stores a delivery, durably, for processing, together with others that come in at the same time. One that was stored before is answered with what became of it then; one
 * that had failed is tried again.
 *
 * The same delivery is one with the same id by the sender, or, where it gives none, with the bytes of the last one about
 * that article: an article that goes back to an earlier state is news.
 *
 * Throws ConflictError where the sender uses one id for two payloads.
 */
export async function receiveDelivery(
  { commits, actor, now }: Pick<ActionContext, 'actor' | 'now'> & { readonly commits: GroupCommit },
  delivery: Delivery,
): Promise<ReceivedDelivery> {
  requireScope(actor, 'INGEST')
  return commits.run(async (tx) => {
    const { dedupeKey, known } = await findKnown(tx, delivery)
    if (known === null) return store(tx, { delivery, dedupeKey, actor, now })
    if (!delivery.body.equals(known.body)) {
      throw new ConflictError(
        `The delivery id "${delivery.senderId}" was used for another payload before: give each delivery an id of its own.`,
      )
    }
    if (known.status !== 'FAILED') {
      return { id: known.id, status: known.status, outcome: known.outcome }
    }
    return tx.delivery.update({
      where: { id: known.id },
      data: { status: 'RECEIVED', attempts: 0, error: null, processedAt: null },
      select: SELECT,
    })
  })
}

async function findKnown(tx: Tx, { sourceId, senderId, body, event }: Delivery) {
  const select = { ...SELECT, body: true, dedupeKey: true }
  if (senderId !== null) {
    const dedupeKey = `id:${senderId}`
    const where = { sourceId_dedupeKey: { sourceId, dedupeKey } }
    return { dedupeKey, known: await tx.delivery.findUnique({ where, select }) }
  }
  const last = await tx.delivery.findFirst({
    where: { sourceId, externalId: externalIdOf(event) },
    orderBy: { id: 'desc' },
    select,
  })
  const hash = createHash('sha256').update(body).digest('hex')
  return {
    dedupeKey: `sha256:${hash}:${last?.id ?? 0}`,
    known: last !== null && body.equals(last.body) ? last : null,
  }
}

function store(
  tx: Tx,
  {
    delivery: { sourceId, contentType, topic, body, event },
    dedupeKey,
    actor,
    now,
  }: { delivery: Delivery; dedupeKey: string; actor: Actor; now: Date },
): Promise<ReceivedDelivery> {
  return tx.delivery.create({
    data: {
      sourceId,
      dedupeKey,
      contentType,
      topic,
      body: new Uint8Array(body),
      actor: actor.label,
      externalId: externalIdOf(event),
      removedAt: event.kind === 'REMOVE' ? event.at : null,
      receivedAt: now,
    },
    select: SELECT,
  })
}

const externalIdOf = (event: CmsEvent): string | null =>
  event.kind === 'IGNORE' ? null : event.externalId
