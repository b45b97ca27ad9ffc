import type { Tx } from '../db/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { SourcedMention } from '../extraction/apply-hints.ts'
import type { Extractor, FoundEntity } from '../extraction/extractor.ts'
import { type Choice, NOT_STORED } from './choice.ts'
import { placeKey } from './kept-rows.ts'
import { madeByCms, madeByExtractor } from './provenance-columns.ts'

export type StoredMention = Awaited<ReturnType<typeof readMentions>>[number]

export const readMentions = (tx: Tx, revisionId: number) =>
  tx.mention.findMany({
    where: { revisionId },
    select: {
      id: true,
      entityId: true,
      originId: true,
      field: true,
      start: true,
      end: true,
      metonym: true,
      jobTitle: true,
      confidence: true,
      provenance: true,
      agent: true,
      agentVersion: true,
      reviewStatus: true,
    },
  })

interface Target {
  readonly articleId: number
  readonly revisionId: number
  readonly sourceSlug: string
  readonly extractor: Extractor
  readonly entities: readonly FoundEntity[]
  /** Which stored entity each found one is; a mention is no surer than that. */
  readonly resolved: readonly Choice[]
  /** Mentions of the revision that the found ones replace. */
  readonly stored: readonly StoredMention[]
}

/** Stores the mentions; those that are stored already keep their ids. Says whether anything changed. */
export async function writeMentions(
  tx: Tx,
  found: readonly SourcedMention[],
  { articleId, revisionId, sourceSlug, extractor, entities, resolved, stored }: Target,
): Promise<boolean> {
  const known = new Map(stored.map((row) => [`${placeKey(row)} ${row.originId}`, row]))
  const added = []
  const changed = []
  for (const { entity, span, metonym, confidence: sureness, provenance } of found) {
    const { id: entityId, originId, confidence: linked } = resolved[entity] ?? NOT_STORED
    const made = provenance === 'CMS' ? madeByCms(sourceSlug) : madeByExtractor(extractor)
    const confidence = Math.min(sureness, linked)
    const jobTitle = entities[entity]?.jobTitle ?? null
    const columns = { metonym, confidence, jobTitle, ...made }
    const key = `${placeKey(span)} ${originId}`
    const row = known.get(key)
    known.delete(key)
    if (row === undefined) {
      added.push({ articleId, revisionId, entityId, originId, ...span, ...columns })
    } else if (differs(row, columns)) changed.push({ id: row.id, columns })
  }
  const obsolete = [...known.values()].map(({ id }) => id)
  if (obsolete.length > 0) await tx.mention.deleteMany({ where: { id: { in: obsolete } } })
  for (const { id, columns } of changed) await tx.mention.update({ where: { id }, data: columns })
  const createdAt = new Date()
  await insertRows(
    tx,
    'Mention',
    added.map((row) => ({ ...row, createdAt })),
  )
  return obsolete.length + changed.length + added.length > 0
}

const differs = (row: StoredMention, columns: Partial<StoredMention>): boolean =>
  Object.entries(columns).some(([name, value]) => row[name as keyof StoredMention] !== value)
