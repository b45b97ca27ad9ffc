import { ConflictError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import { isAddress } from '../core/is-address.ts'
import { opensAt } from '../core/opens-at.ts'
import { slugOf } from '../core/slug.ts'
import type { Tx } from '../db/client.ts'
import { freeSlugs } from '../db/free-slugs.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import type { StoredRow } from './stored-article.ts'
import { writeRevision } from './write-revision.ts'

export interface WrittenArticle {
  readonly articleId: number
  readonly slug: string
  readonly revisionId: number
  readonly revisionNumber: number
  /** The revision that a new one replaces. */
  readonly previousRevisionId: number | null
  /** False where only facts about the article changed, not its text. */
  readonly newRevision: boolean
  /** True where it was not known before. */
  readonly isNew: boolean
  readonly orderedAt: Date
}

/** Writes the article's row, its revision where the text changed, its addresses and topics. */
export async function writeArticle(
  tx: Tx,
  {
    draft,
    sourceId,
    stored,
    isCorrection,
    wasPublic,
    extractor,
    now,
  }: {
    draft: ArticleDraft
    sourceId: number
    stored: StoredRow | null
    /** Whether readers are told that it corrects what was there. */
    isCorrection: boolean
    /** Whether everyone could see it until now. */
    wasPublic: boolean
    extractor: Extractor
    now: Date
  },
): Promise<WrittenArticle> {
  const { text } = draft
  const orderedAt = draft.publishedAt ?? stored?.orderedAt ?? now
  const publication = {
    status: stored?.heldBack ? ('UNPUBLISHED' as const) : draft.status,
    embargoedUntil: draft.embargoedUntil,
    publishedAt: draft.publishedAt,
  }
  const facts = {
    canonicalUrl: draft.url ?? stored?.canonicalUrl ?? null,
    ...publication,
    opensAt: opensAt(publication, now),
    orderedAt,
    modifiedAt: draft.modifiedAt ?? stored?.modifiedAt ?? null,
    payloadHash: draft.payloadHash,
  }
  const article = stored
    ? await tx.article.update({
        where: { id: stored.id },
        data: {
          ...facts,
          externalId: keptId(stored, draft),
          ...(!wasPublic &&
            makesSlug(stored, text.headline) && { slug: await articleSlug(tx, text.headline) }),
        },
      })
    : await tx.article.create({
        data: {
          ...facts,
          sourceId,
          externalId: draft.externalId,
          slug: await articleSlug(tx, text.headline),
          language: text.language,
          headline: text.headline,
          headlineKey: foldKey(text.headline),
          wordCount: text.wordCount,
        },
      })
  if (draft.url) await addUrl(tx, { articleId: article.id, sourceId, url: draft.url })
  const isNew = stored === null
  if (!isNew) await tx.articleTopic.deleteMany({ where: { articleId: article.id } })
  await writeTopics(tx, article.id, draft.topics)

  const kept = stored?.currentRevisionId ?? null
  if (kept !== null && !makesRevision(stored, { draft, isCorrection })) {
    await tx.articleEntity.updateMany({ where: { articleId: article.id }, data: { orderedAt } })
    await tx.figure.updateMany({ where: { articleId: article.id }, data: { orderedAt } })
    return {
      articleId: article.id,
      slug: article.slug,
      revisionId: kept,
      revisionNumber: stored?.currentRevision?.number ?? 0,
      previousRevisionId: null,
      newRevision: false,
      isNew,
      orderedAt,
    }
  }
  const revision = await writeRevision(tx, {
    articleId: article.id,
    previous: kept,
    wasPublic,
    kind: kept === null ? 'ORIGINAL' : isCorrection ? 'CORRECTION' : 'UPDATE',
    text,
    contentHash: draft.contentHash,
    externalRevision: draft.externalRevision,
    madeHere: false,
    extractor,
    now,
  })
  return {
    articleId: article.id,
    slug: article.slug,
    revisionId: revision.id,
    revisionNumber: revision.number,
    previousRevisionId: kept,
    newRevision: true,
    isNew,
    orderedAt,
  }
}

/** An article that waits to be public for the first time has no address yet that a new headline would leave: nor may it tell the old one. */
const makesSlug = (
  { status, opensAt: opens, isFirstText, headline: before }: StoredRow,
  headline: string,
): boolean =>
  isFirstText &&
  (status === 'DRAFT' || status === 'SCHEDULED' || opens !== null) &&
  slugOf(before) !== slugOf(headline)

/** The id of the CMS rather than an address. */
const keptId = (stored: StoredRow, { externalId }: ArticleDraft): string =>
  isAddress(externalId) ? stored.externalId : externalId

/**
 * A notice stands on a revision of its own, also where the text is the same. A text that an editor
 * corrected here stays while the CMS goes on sending the one that it corrects.
 */
const makesRevision = (
  stored: StoredRow | null,
  { draft, isCorrection }: { draft: ArticleDraft; isCorrection: boolean },
): boolean =>
  isCorrection ||
  stored === null ||
  stored.currentRevision?.kind === 'WITHDRAWAL' ||
  ![stored.currentRevision?.contentHash, stored.sentContentHash].includes(draft.contentHash)

async function articleSlug(tx: Tx, headline: string): Promise<string> {
  const [slug] = await freeSlugs(tx, 'article', [headline])
  return slug ?? 'article'
}

interface OwnedUrl {
  readonly articleId: number
  readonly sourceId: number
  readonly url: string
}

async function addUrl(tx: Tx, { articleId, sourceId, url }: OwnedUrl): Promise<void> {
  const known = await tx.articleUrl.findUnique({
    where: { url },
    select: {
      article: {
        select: { id: true, sourceId: true, status: true, heldBack: true, canonicalUrl: true },
      },
    },
  })
  if (known === null) {
    await tx.articleUrl.create({ data: { articleId, url } })
    return
  }
  const { article } = known
  if (article.id === articleId) return
  if (article.sourceId !== sourceId || !hasLeft(article, url)) {
    throw new ConflictError(
      `input.url: another article already has the address ${url}. Send that article's externalId to update it, or another address.`,
    )
  }
  await tx.articleUrl.update({ where: { url }, data: { articleId } })
  await tx.article.updateMany({
    where: { id: article.id, canonicalUrl: url },
    data: { canonicalUrl: null },
  })
}

/** A CMS gives the address of a story to another once that story is deleted, or has a new address. */
const hasLeft = (
  article: { status: string; heldBack: boolean; canonicalUrl: string | null },
  url: string,
): boolean =>
  (article.status === 'UNPUBLISHED' && !article.heldBack) ||
  (article.canonicalUrl !== null && article.canonicalUrl !== url)

async function writeTopics(
  tx: Tx,
  articleId: number,
  topics: ArticleDraft['topics'],
): Promise<void> {
  if (topics.length === 0) return
  const bySlug = new Map(topics.map(({ slug, name }) => [slugOf(slug ?? name) || 'topic', name]))
  const known = await tx.topic.findMany({ where: { slug: { in: [...bySlug.keys()] } } })
  const ids = new Map(known.map(({ slug, id }) => [slug, id]))
  for (const slug of bySlug.keys()) {
    if (!ids.has(slug)) ids.set(slug, (await tx.topic.create({ data: { slug, name: slug } })).id)
  }
  const rows = [...bySlug].map(([slug, name], position) => ({
    articleId,
    topicId: ids.get(slug) ?? 0,
    position,
    name,
  }))
  await insertRows(tx, 'ArticleTopic', rows)
}
