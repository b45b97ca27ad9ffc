import type { Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import type { HintedAnnotations } from '../extraction/apply-hints.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { carryOver } from './carry-over.ts'
import { countEntities } from './count-entities.ts'
import { isKept, overlaps } from './kept-rows.ts'
import { regroupClaims } from './regroup-claims.ts'
import { resolveMentioned } from './resolve-mentioned.ts'
import { updateClaims } from './update-claims.ts'
import { writeFigures } from './write-figures.ts'
import { readMentions, writeMentions } from './write-mentions.ts'
import { writeUses } from './write-uses.ts'

export interface AnnotationTarget {
  readonly articleId: number
  readonly revisionId: number
  /** Whether the article came in just now: nothing is stored of it that would have to be read. */
  readonly isNew: boolean
  readonly orderedAt: Date
  /** Whether everyone may see the article. */
  readonly isPublic: boolean
  readonly sourceSlug: string
  readonly hints: ArticleDraft['hints']
  readonly extractor: Extractor
  /** Whether mentions that the CMS asked for stand, or are asked for again by what was found. */
  readonly cms: 'keep' | 'replace'
}

/**
 * Makes what was found the annotations of the article's current revision, after taking
 * along those of the text before that still have their words. What people decided stays as it is, and nothing that was found may overlap it.
 * A row that says the same as before keeps its id. Says whether anything changed.
 */
export async function writeAnnotations(
  tx: Tx,
  found: HintedAnnotations,
  target: AnnotationTarget,
): Promise<boolean> {
  const { articleId, revisionId, isNew, extractor } = target
  if (!isNew) await carryOver(tx, { articleId, revisionId })
  const stored = isNew ? [] : await readMentions(tx, revisionId)
  const kept = stored.filter((row) => isKept(row, target.cms))
  const open = stored.filter((row) => !isKept(row, target.cms))
  const free = found.mentions.filter(({ span }) => !kept.some((row) => overlaps(row, span)))
  const resolved = await resolveMentioned(tx, found, { ...target, free, kept, open })

  const mentions = await writeMentions(tx, free, {
    ...target,
    entities: found.entities,
    resolved,
    stored: open,
  })
  const figures = await writeFigures(tx, found.figures, { ...target, resolved })
  const edges = await countEntities(tx, target)
  await writeUses(tx, { entities: found.entities, resolved }, target)
  const isReadAnew = !isNew && (await nameExtractor(tx, { revisionId, extractor }))
  await updateClaims(tx, { articleId })
  await regroupClaims(tx, figures.deletedClaimKeys)
  await indexArticles(tx, [articleId])
  return mentions || figures.changed || edges || isReadAnew
}

/** Says whether it was another one before. */
async function nameExtractor(
  tx: Tx,
  { revisionId, extractor }: Pick<AnnotationTarget, 'revisionId' | 'extractor'>,
): Promise<boolean> {
  const named = { extractorName: extractor.name, extractorVersion: extractor.version }
  const { count } = await tx.articleRevision.updateMany({
    where: { id: revisionId, NOT: named },
    data: named,
  })
  return count > 0
}
