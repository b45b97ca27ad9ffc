import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { generateSourceSecret } from '../auth/source-secret.ts'
import { NotFoundError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { SOURCE_SLUG } from './ingest-input.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'

const HOUR_MS = 60 * 60 * 1000

const schema = z.strictObject({
  slug: SOURCE_SLUG,
  /** One that the CMS made; without it, one is made here. */
  secret: z
    .string()
    .regex(/^[\x21-\x7e]{32,256}$/, 'must have 32 to 256 characters, and no spaces')
    .optional(),
  /** How long the secret before goes on working, in hours. */
  overlapHours: z.number().min(0).max(720).default(24),
})

/**
 * Gives a source a new secret, or the one that its CMS made; the one before works for some hours more, for the CMS to be changed. The secret is only
 * in this answer. Throws NotFoundError for an unknown source.
 */
export async function rotateSourceSecret(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  input: z.input<typeof schema>,
): Promise<{ readonly sourceId: number; readonly secret: string }> {
  requireScope(actor, 'ADMIN')
  const { slug, overlapHours, secret = generateSourceSecret() } = parseOrThrow(schema, input)
  const sourceId = await db.$transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { slug } })
    if (source === null) {
      throw new NotFoundError(`There is no source "${slug}": create it with upsertSource.`)
    }
    await tx.source.update({
      where: { id: source.id },
      data: {
        secret,
        previousSecret: source.secret,
        previousSecretUntil: new Date(now.getTime() + overlapHours * HOUR_MS),
      },
    })
    await recordAudit(tx, actor, {
      action: 'rotateSourceSecret',
      targetType: 'Source',
      targetId: source.id,
      details: { slug, overlapHours },
    })
    return source.id
  })
  return { sourceId, secret }
}
