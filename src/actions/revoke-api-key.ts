import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { recordAudit } from './record.ts'

/** Ends a key for good; the row stays, for the audit log. Revoking twice keeps the first time. */
export async function revokeApiKey(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  id: number,
): Promise<void> {
  requireScope(actor, 'ADMIN')
  await db.$transaction(async (tx) => {
    const row = await tx.apiKey.findUnique({ where: { id } })
    if (row === null) throw new NotFoundError('There is no API key with this id.')
    if (row.revokedAt !== null) return
    await tx.apiKey.update({ where: { id }, data: { revokedAt: now } })
    await recordAudit(tx, actor, {
      action: 'revokeApiKey',
      targetType: 'ApiKey',
      targetId: id,
      details: { name: row.name },
    })
  })
}
