import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import { toExtractorKind } from '../core/extractor-kind.ts'
import type { Db, Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import type { Annotations, Extractor } from '../extraction/extractor.ts'
import { chooseExtractor } from '../extraction/extractors.ts'
import type { ActionContext } from './action-context.ts'
import { readArticleState } from './article-state.ts'
import { recordAudit } from './record.ts'
import { recordArticleChange } from './record-article-change.ts'
import { writeAnnotations } from './write-annotations.ts'

export type ReprocessResult =
  | { readonly outcome: 'REPROCESSED' | 'UNCHANGED' }
  /** The remote extractor did not read it; the article is as it was. */
  | { readonly outcome: 'FAILED'; readonly reason: string }

const TRANSACTION = { maxWait: 60_000, timeout: 60_000 }

/**
 * Reads the stored text of an article again, with the extractor of its source, where another one or
 * another version read it, or always with `all`. What people decided and what the CMS asked for
 * stays. There is no fallback: an article is not read again by a makeshift.
 *
 * Throws NotFoundError where there is no such article.
 */
export async function reprocessArticle(
  context: ActionContext,
  target: ReprocessTarget,
): Promise<ReprocessResult> {
  return storeReread(context, await rereadArticle(context, target))
}

interface ReprocessTarget {
  readonly articleId: number
  readonly all: boolean
}

/** What reading again gave, or what came of it already. */
export type Reread = ReprocessResult | NewReading

interface NewReading {
  readonly articleId: number
  readonly revisionId: number
  readonly extractor: Extractor
  readonly found: Annotations
}

/** The first half of reprocessArticle, which writes nothing. */
export async function rereadArticle(
  { db, actor, extractors }: ActionContext,
  { articleId, all }: ReprocessTarget,
): Promise<Reread> {
  requireScope(actor, 'ADMIN')
  const article = await readArticle(db, articleId)
  const { revision } = article
  const extractor = chooseExtractor(extractors, toExtractorKind(article.source.extractor))
  const isCurrent =
    revision.extractorName === extractor.name && revision.extractorVersion === extractor.version
  if (isCurrent && !all) return { outcome: 'UNCHANGED' }
  const { headline, bodyText: body, language } = revision
  const { publishedAt } = article
  try {
    const found = await extractor.extract({ headline, body, language, publishedAt })
    return { articleId, revisionId: revision.id, extractor, found }
  } catch (error) {
    if (extractor === extractors.embedded) throw error
    return { outcome: 'FAILED', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** The second half. */
export async function storeReread(
  { db, actor, now }: ActionContext,
  reread: Reread,
): Promise<ReprocessResult> {
  if ('outcome' in reread) return reread
  const { articleId, revisionId, extractor, found } = reread
  const changed = await db.$transaction(async (tx) => {
    const article = await readArticle(tx, articleId)
    // A newer text came in meanwhile, and was read then.
    if (article.revision.id !== revisionId) return false
    return store(tx, found, { article, extractor, actor, now })
  }, TRANSACTION)
  return { outcome: changed ? 'REPROCESSED' : 'UNCHANGED' }
}

interface Work {
  readonly article: StoredArticle
  readonly extractor: Extractor
  readonly actor: ActionContext['actor']
  readonly now: Date
}

async function store(
  tx: Tx,
  found: Annotations,
  { article: { id: articleId, orderedAt, revision, source }, extractor, actor, now }: Work,
): Promise<boolean> {
  const before = await readArticleState(tx, { articleId, now })
  const mentions = found.mentions.map((mention) => ({
    ...mention,
    provenance: 'EXTRACTOR' as const,
  }))
  const changed = await writeAnnotations(
    tx,
    { ...found, mentions },
    {
      articleId,
      revisionId: revision.id,
      isNew: false,
      orderedAt,
      isPublic: before.isPublic,
      sourceSlug: source.slug,
      hints: [],
      extractor,
      cms: 'keep',
    },
  )
  if (!changed) return false
  await indexArticles(tx, [articleId])
  const { name, version } = extractor
  await recordAudit(tx, actor, {
    action: 'reprocessArticle',
    targetType: 'Article',
    targetId: articleId,
    details: { revision: revision.number, extractor: name, version },
  })
  await recordArticleChange(tx, { before, type: 'article.reprocessed', now })
  return true
}

type StoredArticle = Awaited<ReturnType<typeof readArticle>>

async function readArticle(db: Db | Tx, id: number) {
  const row = await db.article.findUnique({
    where: { id },
    select: {
      id: true,
      publishedAt: true,
      orderedAt: true,
      source: { select: { slug: true, extractor: true } },
      currentRevision: {
        select: {
          id: true,
          number: true,
          headline: true,
          bodyText: true,
          language: true,
          extractorName: true,
          extractorVersion: true,
        },
      },
    },
  })
  if (row === null || row.currentRevision === null) {
    throw new NotFoundError(`There is no article with the id ${id}.`)
  }
  const { currentRevision: revision, ...rest } = row
  return { ...rest, revision }
}
