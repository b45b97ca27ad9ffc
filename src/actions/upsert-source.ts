import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { foldKey } from '../core/fold-key.ts'
import type { ActionContext } from './action-context.ts'
import { SOURCE_SLUG } from './ingest-input.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'

const schema = z.strictObject({
  slug: SOURCE_SLUG,
  name: z.string().trim().min(1, 'must not be empty').max(200).nullish(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).nullish(),
  enabled: z.boolean().nullish(),
})

/** Creates a source, or changes what is given of one. */
export async function upsertSource(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'ADMIN')
  const { slug, name, url, enabled } = parseOrThrow(schema, input)
  return db.$transaction(async (tx) => {
    const source = await tx.source.upsert({
      where: { slug },
      create: {
        slug,
        name: name ?? slug,
        nameKey: foldKey(name ?? slug),
        url: url ?? null,
        enabled: enabled ?? true,
      },
      update: {
        ...(name != null && { name, nameKey: foldKey(name) }),
        ...(url !== undefined && { url }),
        ...(enabled != null && { enabled }),
      },
    })
    await recordAudit(tx, actor, {
      action: 'upsertSource',
      targetType: 'Source',
      targetId: source.id,
      details: { slug },
    })
    return source.id
  })
}
