import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { ADAPTER_KINDS } from '../core/adapter-kind.ts'
import { ConflictError } from '../core/app-error.ts'
import { EXTRACTOR_KINDS } from '../core/extractor-kind.ts'
import { foldKey } from '../core/fold-key.ts'
import { IMPORT_FORMATS } from '../core/import-format.ts'
import type { ActionContext } from './action-context.ts'
import { SOURCE_SLUG } from './ingest-input.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'

const schema = z.strictObject({
  slug: SOURCE_SLUG,
  name: z.string().trim().min(1, 'must not be empty').max(200).nullish(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).nullish(),
  enabled: z.boolean().nullish(),
  adapter: z.enum(ADAPTER_KINDS).nullish(),
  extractor: z.enum(EXTRACTOR_KINDS).nullish(),
  /** Where to fetch articles from; null ends that. */
  pull: z
    .strictObject({
      url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
      format: z.enum(IMPORT_FORMATS).nullish(),
      minutes: z.number().int().min(1, 'must be at least 1').max(43_200).nullish(),
      credentials: z
        .string()
        .regex(/^[^:]+:./, 'must be "user:password"')
        .max(500)
        .nullish(),
    })
    .nullish(),
})

/**
 * Creates a source, or changes what is given of one.
 *
 * Throws ConflictError where it is to be read by the remote extractor and the settings name none.
 */
export async function upsertSource(
  { db, actor, extractors }: Pick<ActionContext, 'db' | 'actor' | 'extractors'>,
  input: z.input<typeof schema>,
): Promise<number> {
  requireScope(actor, 'ADMIN')
  const { slug, name, url, enabled, adapter, extractor, pull } = parseOrThrow(schema, input)
  if (extractor === 'remote' && extractors.remote === null) {
    throw new ConflictError(
      'input.extractor: no remote extractor is set up. Set DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL and start again, or choose the embedded one.',
    )
  }
  return db.$transaction(async (tx) => {
    const source = await tx.source.upsert({
      where: { slug },
      create: {
        slug,
        name: name ?? slug,
        nameKey: foldKey(name ?? slug),
        url: url ?? null,
        enabled: enabled ?? true,
        adapter: adapter ?? 'generic',
        extractor: extractor ?? 'embedded',
        ...(pull != null && pullColumns(pull)),
      },
      update: {
        ...(name != null && { name, nameKey: foldKey(name) }),
        ...(url !== undefined && { url }),
        ...(enabled != null && { enabled }),
        ...(adapter != null && { adapter }),
        ...(extractor != null && { extractor }),
        ...(pull !== undefined && pullColumns(pull)),
      },
    })
    await recordAudit(tx, actor, {
      action: 'upsertSource',
      targetType: 'Source',
      targetId: source.id,
      details: {
        slug,
        ...(adapter != null && { adapter }),
        ...(extractor != null && { extractor }),
        ...(pull !== undefined && { pull: pull?.url ?? null }),
      },
    })
    return source.id
  })
}

/** Another address is another state: it is fetched from the beginning, and soon. */
function pullColumns(pull: z.output<typeof schema>['pull']) {
  return {
    pullUrl: pull?.url ?? null,
    pullFormat: pull?.format ?? 'auto',
    pullMinutes: pull?.minutes ?? null,
    pullCredentials: pull?.credentials ?? null,
    pullNextAt: null,
    pullFailures: 0,
    pullError: null,
    pullEtag: null,
    pullLastModified: null,
    pullModifiedAt: null,
  }
}
