import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import { knownTitle } from '../extraction/authority/known-title.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type Choice, choiceOf } from './choice.ts'
import { placeIdsOf } from './place-ids.ts'

/** Scheme of the titles of pages in the English Wikipedia. */
export const WIKIPEDIA = 'wikipedia'

export interface GivenId {
  readonly scheme: string
  readonly value: string
  /** The CMS names it, or what the extraction knows does. */
  readonly provenance: 'CMS' | 'EXTRACTOR'
}

/** "scheme:value" */
export const idKey = ({ scheme, value }: Pick<GivenId, 'scheme' | 'value'>): string =>
  `${scheme}:${value}`

/** What other systems call a found entity, the surest first: the CMS's own id, then what the gazetteer or the authority file has. */
export function externalIdsOf(
  entity: FoundEntity,
  { hints, sourceSlug }: { readonly hints: ArticleDraft['hints']; readonly sourceSlug: string },
): GivenId[] {
  const { name, aliases, type, place } = entity
  const keys = new Set([name, ...aliases].map(foldKey))
  const hint = hints.find((known) => known.type === type && keys.has(foldKey(known.name)))
  const ids: GivenId[] = []
  if (hint?.externalId) {
    ids.push({ scheme: sourceSlug, value: hint.externalId, provenance: 'CMS' })
  }
  for (const id of placeIdsOf(place)) ids.push({ ...id, provenance: 'EXTRACTOR' })
  const title = knownTitle(entity)
  if (title !== null) ids.push({ scheme: WIKIPEDIA, value: title, provenance: 'EXTRACTOR' })
  return ids
}

/** The entities that these ids were given to, and what those are now; by "scheme:value". */
export async function entitiesByExternalId(
  tx: Tx,
  wanted: readonly GivenId[],
): Promise<Map<string, Choice>> {
  if (wanted.length === 0) return new Map()
  const schemes = [...new Set(wanted.map(({ scheme }) => scheme))]
  const rows = await tx.externalId.findMany({
    where: {
      OR: schemes.map((scheme) => ({
        scheme,
        value: { in: wanted.filter((id) => id.scheme === scheme).map(({ value }) => value) },
      })),
    },
    select: { scheme: true, value: true, entity: { select: { id: true, mergedIntoId: true } } },
  })
  return new Map(
    rows.map(({ entity: { id: originId, mergedIntoId }, ...id }) => [
      idKey(id),
      choiceOf({ id: mergedIntoId ?? originId, originId }),
    ]),
  )
}

/** Stores the ids that nobody has yet; `ids` are those of the entities they were given for. */
export async function writeExternalIds(
  tx: Tx,
  given: readonly (readonly GivenId[])[],
  { ids, known }: { readonly ids: readonly number[]; readonly known: ReadonlyMap<string, Choice> },
): Promise<void> {
  const missing = new Map<string, GivenId & { readonly entityId: number }>()
  for (const [i, list] of given.entries()) {
    for (const id of list) {
      const key = idKey(id)
      if (!known.has(key)) missing.set(key, { entityId: ids[i] ?? 0, ...id })
    }
  }
  await insertRows(tx, 'ExternalId', [...missing.values()])
}
