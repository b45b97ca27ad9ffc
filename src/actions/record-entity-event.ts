import type { Audience, EntityEventType } from '../core/outbox-event.ts'
import type { Tx } from '../db/client.ts'
import { visibleEntity } from '../db/visibility.ts'
import { recordEvents } from './record.ts'

/** Who may be told of a change of these entities: everyone only where everyone may know of each. */
export async function entityAudience(
  tx: Tx,
  { ids, now }: { readonly ids: readonly number[]; readonly now: Date },
): Promise<Audience> {
  const publicly = visibleEntity({ seesUnpublished: false, now })
  const known = await tx.entity.count({ where: { AND: [{ id: { in: [...ids] } }, publicly] } })
  return known === ids.length ? 'EVERYONE' : 'READERS'
}

interface EntityChange {
  readonly type: EntityEventType
  readonly entityId: number
  readonly audience: Audience
  readonly payload: Record<string, number>
  readonly now: Date
}

/** Tells of a merge, or of its end. */
export const recordEntityEvent = (tx: Tx, { now, ...event }: EntityChange): Promise<void> =>
  recordEvents(tx, { events: [event], now })
