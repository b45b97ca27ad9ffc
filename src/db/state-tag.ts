import { createHash } from 'node:crypto'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import type { Viewer } from './visibility.ts'

/**
 * An ETag for an answer that is too long to be hashed: it changes whenever anything that may be seen changes. Every change
 * writes the audit log or the outbox or an article, and an embargo that ends is counted by its time.
 *
 * @param request what was asked: two requests for different things have different tags
 */
export async function stateTag(db: Db, viewer: Viewer, request: string): Promise<string> {
  const [state] = await db.$queryRaw<object[]>(Prisma.sql`SELECT
    (SELECT MAX("id") FROM "AuditEvent") AS "audit",
    (SELECT MAX("id") FROM "OutboxEvent") AS "outbox",
    (SELECT MAX("updatedAt") FROM "Article") AS "updated",
    (SELECT MAX("orderedAt") FROM "Article" WHERE "orderedAt" <= ${viewer.now}) AS "newest",
    (SELECT COUNT(*) FROM "Article" WHERE "opensAt" <= ${viewer.now}) AS "opened"`)
  const eyes = [viewer.seesUnpublished, viewer.reviews]
  const text = JSON.stringify([request, eyes, state], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
}
