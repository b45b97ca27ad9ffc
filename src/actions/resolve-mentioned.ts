import { groupBy } from '../core/group-by.ts'
import type { Tx } from '../db/client.ts'
import type { HintedAnnotations, SourcedMention } from '../extraction/apply-hints.ts'
import { type Choice, choiceOf, NOT_STORED } from './choice.ts'
import { placeKey } from './kept-rows.ts'
import { resolveEntities } from './resolve-entities.ts'
import type { AnnotationTarget } from './write-annotations.ts'
import type { StoredMention } from './write-mentions.ts'

interface Mentioned
  extends Pick<AnnotationTarget, 'articleId' | 'isNew' | 'hints' | 'sourceSlug' | 'isPublic'> {
  /** Found mentions that will be stored. */
  readonly free: readonly SourcedMention[]
  /** Stored mentions that stay, whatever was found. */
  readonly kept: readonly StoredMention[]
  /** Stored mentions that an extraction may replace. */
  readonly open: readonly StoredMention[]
}

/**
 * The stored entity of each found one, and how sure it is. Where people or the CMS decided about all its mentions, it
 * is the one that they chose; else it stays the one that its words meant before, if it still fits;
 * else it is resolved by name. One that nothing will refer to is not stored: its id is 0.
 */
export async function resolveMentioned(
  tx: Tx,
  { entities, mentions, figures }: HintedAnnotations,
  { articleId, isNew, hints, sourceSlug, isPublic, free, kept, open }: Mentioned,
): Promise<Choice[]> {
  const decidedAt = new Map(
    kept.flatMap((row) => (row.reviewStatus === 'REJECTED' ? [] : [[placeKey(row), row]])),
  )
  const meantAt = new Map(open.map((row) => [placeKey(row), row]))
  const placesOf = groupBy(mentions, ({ entity }) => entity)
  const rowsAt = (index: number, at: ReadonlyMap<string, StoredMention>) =>
    (placesOf.get(index) ?? []).map(({ span }) => at.get(placeKey(span)))

  const decided = entities.map((_, index) => {
    const row = onlyOrigin(rowsAt(index, decidedAt))
    return row && choiceOf({ id: row.entityId, originId: row.originId })
  })
  const used = new Set([
    ...free.map(({ entity }) => entity),
    ...figures.flatMap(({ places, attribution }) => [...places, attribution.claimant ?? -1]),
  ])
  const unresolved = [...entities.keys()].filter(
    (index) => decided[index] === null && used.has(index),
  )
  const edges = isNew
    ? []
    : await tx.articleEntity.findMany({ where: { articleId }, select: { entityId: true } })
  const resolved = await resolveEntities(
    tx,
    unresolved.flatMap((index) => entities[index] ?? []),
    {
      articleId,
      hints,
      sourceSlug,
      isPublic,
      previous: new Set(edges.map(({ entityId }) => entityId)),
      meant: unresolved.map((index) => {
        const rows = rowsAt(index, meantAt).filter((row) => row !== undefined)
        const row = onlyOrigin(rows)
        const confidence = Math.max(...rows.map((one) => one.confidence))
        return row && { id: row.entityId, originId: row.originId, confidence }
      }),
    },
  )
  const choices = new Map(unresolved.map((index, i) => [index, resolved[i]]))
  return entities.map((_, index) => decided[index] ?? choices.get(index) ?? NOT_STORED)
}

/** A row of the origin that all agree on. */
function onlyOrigin(rows: readonly (StoredMention | undefined)[]): StoredMention | null {
  const [first] = rows
  return first && rows.every((row) => row?.originId === first.originId) ? first : null
}
