import { ConflictError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import { slugOf } from '../core/slug.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import type { StoredRow } from './ingest-article.ts'

export interface WrittenArticle {
  readonly articleId: number
  readonly slug: string
  readonly revisionId: number
  readonly revisionNumber: number
  /** False where only facts about the article changed, not its text. */
  readonly newRevision: boolean
  readonly orderedAt: Date
}

/** Writes the article's row, its revision where the text changed, its addresses and topics. */
export async function writeArticle(
  tx: Tx,
  {
    draft,
    sourceId,
    stored,
    extractor,
    now,
  }: {
    draft: ArticleDraft
    sourceId: number
    stored: StoredRow | null
    extractor: Extractor
    now: Date
  },
): Promise<WrittenArticle> {
  const { text } = draft
  const orderedAt = draft.publishedAt ?? stored?.orderedAt ?? now
  const facts = {
    canonicalUrl: draft.url ?? stored?.canonicalUrl ?? null,
    status: draft.status,
    embargoedUntil: draft.embargoedUntil,
    publishedAt: draft.publishedAt,
    orderedAt,
    modifiedAt: draft.modifiedAt ?? stored?.modifiedAt ?? null,
    payloadHash: draft.payloadHash,
    language: text.language,
    headline: text.headline,
    headlineKey: foldKey(text.headline),
    wordCount: text.wordCount,
  }
  const article = stored
    ? await tx.article.update({ where: { id: stored.id }, data: facts })
    : await tx.article.create({
        data: {
          ...facts,
          sourceId,
          externalId: draft.externalId,
          slug: await articleSlug(tx, text.headline),
        },
      })
  if (draft.url) await addUrl(tx, article.id, draft.url)
  await writeTopics(tx, article.id, draft.topics)

  const number = stored?.externalRevisions.length ?? 0
  const same = stored?.contentHash === draft.contentHash
  if (same && article.currentRevisionId !== null) {
    await tx.articleEntity.updateMany({ where: { articleId: article.id }, data: { orderedAt } })
    await tx.figure.updateMany({ where: { articleId: article.id }, data: { orderedAt } })
    return {
      articleId: article.id,
      slug: article.slug,
      revisionId: article.currentRevisionId,
      revisionNumber: number,
      newRevision: false,
      orderedAt,
    }
  }
  const revision = await tx.articleRevision.create({
    data: {
      articleId: article.id,
      number: number + 1,
      kind: number === 0 ? 'ORIGINAL' : 'UPDATE',
      headline: text.headline,
      dek: text.dek,
      bodyText: text.bodyText,
      bodyHtml: text.bodyHtml,
      removedText: [...text.removedText],
      authors: [...text.authors],
      language: text.language,
      wordCount: text.wordCount,
      contentHash: draft.contentHash,
      externalRevision: draft.externalRevision,
      extractorName: extractor.name,
      extractorVersion: extractor.version,
    },
  })
  await tx.article.update({ where: { id: article.id }, data: { currentRevisionId: revision.id } })
  return {
    articleId: article.id,
    slug: article.slug,
    revisionId: revision.id,
    revisionNumber: revision.number,
    newRevision: true,
    orderedAt,
  }
}

async function articleSlug(tx: Tx, headline: string): Promise<string> {
  const [slug] = await freeSlugs(tx, 'article', [headline])
  return slug ?? 'article'
}

async function addUrl(tx: Tx, articleId: number, url: string): Promise<void> {
  const known = await tx.articleUrl.findUnique({ where: { url } })
  if (known === null) {
    await tx.articleUrl.create({ data: { articleId, url } })
  } else if (known.articleId !== articleId) {
    throw new ConflictError(
      `input.url: another article already has the address ${url}. Send that article's externalId to update it, or another address.`,
    )
  }
}

async function writeTopics(
  tx: Tx,
  articleId: number,
  topics: ArticleDraft['topics'],
): Promise<void> {
  await tx.articleTopic.deleteMany({ where: { articleId } })
  const bySlug = new Map(topics.map(({ slug, name }) => [slugOf(slug ?? name) || 'topic', name]))
  let position = 0
  for (const [slug, name] of bySlug) {
    const topic = await tx.topic.upsert({ where: { slug }, create: { slug, name }, update: {} })
    await tx.articleTopic.create({ data: { articleId, topicId: topic.id, position } })
    position += 1
  }
}
