import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/client.ts'

/** One line of the audit log, in the transaction that it is about. */
export async function recordAudit(
  tx: Tx,
  actor: Actor,
  event: {
    readonly action: string
    readonly targetType: string
    readonly targetId: number
    readonly details?: Record<string, string | number | null>
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: { ...event, actor: actor.label, details: event.details ?? {} },
  })
}
