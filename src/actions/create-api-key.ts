import { z } from 'zod'
import { requireScope, SCOPES, type Scope } from '../auth/actor.ts'
import { apiKeyPrefix, generateApiKey, hashApiKey } from '../auth/api-key.ts'
import type { ActionContext } from './action-context.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'

const schema = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(100),
  scopes: z.array(z.enum(SCOPES)).min(1, 'must name at least one scope'),
})

/** Makes a key. The key itself is only in this answer; the database keeps its hash. */
export async function createApiKey(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  input: { readonly name: string; readonly scopes: readonly Scope[] },
): Promise<{ readonly id: number; readonly key: string }> {
  requireScope(actor, 'ADMIN')
  const { name, scopes } = parseOrThrow(schema, input)
  const key = generateApiKey()
  const id = await db.$transaction(async (tx) => {
    const row = await tx.apiKey.create({
      data: {
        name,
        scopes: [...new Set(scopes)],
        prefix: apiKeyPrefix(key),
        hash: hashApiKey(key),
      },
    })
    await recordAudit(tx, actor, {
      action: 'createApiKey',
      targetType: 'ApiKey',
      targetId: row.id,
      details: { name, scopes: scopes.join(' ') },
    })
    return row.id
  })
  return { id, key }
}
