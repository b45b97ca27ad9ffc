import { may, requireScope } from '../auth/actor.ts'
import { ConflictError, NotFoundError } from '../core/app-error.ts'
import { toExtractorKind } from '../core/extractor-kind.ts'
import type { Db, Tx } from '../db/client.ts'
import { applyHints } from '../extraction/apply-hints.ts'
import { type Extractors, extractWithFallback, type Reading } from '../extraction/extractors.ts'
import { chooseLanguage } from '../extraction/language/choose-language.ts'
import type { ActionContext } from './action-context.ts'
import { type ArticleDraft, draftArticle } from './article-draft.ts'
import { readArticleState } from './article-state.ts'
import { checkRevision } from './change-article.ts'
import { decideOutcome, type IngestOutcome } from './decide-outcome.ts'
import { type IngestInput, ingestInputSchema } from './ingest-input.ts'
import { openArticle } from './open-articles.ts'
import { parseOrThrow } from './parse-input.ts'
import { recordAudit } from './record.ts'
import { recordArticleChange, recordNewArticle } from './record-article-change.ts'
import { type ReadArticle, storeText } from './store-text.ts'
import { readStored, type StoredRow } from './stored-article.ts'
import type { WrittenArticle } from './write-article.ts'
import { writeWithdrawal } from './write-withdrawal.ts'

export interface IngestResult {
  readonly articleId: number
  readonly slug: string
  readonly outcome: IngestOutcome
}

/** How long a write may wait for its turn, and then take. An import queues many. */
const TRANSACTION = { maxWait: 60_000, timeout: 60_000 }

/**
 * Takes in one article: cleans its text, finds who, where and how many, and stores it in one
 * transaction with everything that follows from it. The same payload twice changes nothing.
 *
 * Throws InvalidInputError for input that cannot be an article, NotFoundError for an unknown source
 * (a caller with ADMIN creates it), ConflictError for an address that another article has and for an
 * article that was withdrawn here, RevisionConflictError for one that is not at the expected revision.
 */
export async function ingestArticle(
  context: ActionContext,
  raw: IngestInput,
): Promise<IngestResult> {
  return storeArticle(context, await prepareArticle(context, raw))
}

/** An article that has been cleaned and read, and not stored yet. */
export interface PreparedArticle {
  readonly input: IngestInput
  readonly draft: ArticleDraft
  /** Null where nothing new was to be read. */
  readonly reading: Reading | null
}

/** The first half of ingestArticle: all that can be done before it is the article's turn to be stored. */
export async function prepareArticle(
  { db, actor, extractors, now }: ActionContext,
  raw: IngestInput,
): Promise<PreparedArticle> {
  requireScope(actor, 'INGEST')
  const input = parseOrThrow(ingestInputSchema, raw)
  const source = await db.source.findUnique({ where: { slug: input.source } })
  if (source === null && !may(actor, 'ADMIN')) {
    throw new NotFoundError(
      `There is no source "${input.source}": create it with upsertSource, or ingest with a key that has the scope ADMIN.`,
    )
  }
  if (source !== null && !source.enabled) {
    throw new ConflictError(`The source "${source.slug}" is disabled: enable it with upsertSource.`)
  }
  const draft = draftArticle(input, now)
  const known = source && (await readStored(db, source.id, draft))
  if (known && decideOutcome(known, draft) !== 'UPDATED') return { input, draft, reading: null }
  return { input, ...(await readDraft(extractors, source, { input, draft })) }
}

/**
 * The second half: what was stored since the first one is looked at again.
 *
 * @param alongside what else is written, in the same transaction where there is one
 */
export async function storeArticle(
  context: ActionContext,
  prepared: PreparedArticle,
  alongside: (tx: Db | Tx, result: IngestResult) => Promise<void> = async () => {},
): Promise<IngestResult> {
  const { db, extractors } = context
  const { input } = prepared
  let { draft, reading } = prepared
  if (reading === null) {
    const source = await db.source.findUnique({ where: { slug: input.source } })
    const known = source && (await readStored(db, source.id, draft))
    const outcome = decideOutcome(known, draft)
    if (known && outcome !== 'UPDATED') {
      const kept = await keep(db, known, { draft, outcome })
      await alongside(db, kept)
      return kept
    }
    ;({ draft, reading } = await readDraft(extractors, source, { input, draft }))
  }
  const { headline, bodyText: body } = draft.text
  const { extractor, annotations, isFallback } = reading
  const found = applyHints(annotations, { headline, body, hints: draft.hints })
  return db.$transaction(async (tx) => {
    const result = await store(tx, context, { input, draft, extractor, isFallback, found })
    await alongside(tx, result)
    return result
  }, TRANSACTION)
}

/** Finds out the language, which the hashes leave out: they are about what the CMS sent. */
async function readDraft(
  extractors: Extractors,
  source: { readonly extractor: string | null } | null,
  { input, draft }: Pick<PreparedArticle, 'input' | 'draft'>,
): Promise<{ readonly draft: ArticleDraft; readonly reading: Reading }> {
  const { text, publishedAt } = draft
  const { headline, bodyText: body } = text
  const language = await chooseLanguage(input.language, () =>
    extractors.detectLanguage(`${headline}\n${body}`),
  )
  const reading = await extractWithFallback(extractors, toExtractorKind(source?.extractor), {
    headline,
    body,
    language,
    publishedAt,
  })
  return { draft: { ...draft, text: { ...text, language } }, reading }
}

interface Work extends ReadArticle {
  readonly input: IngestInput
}

async function store(
  tx: Tx,
  { actor, now }: ActionContext,
  { input, draft, extractor, isFallback, found }: Work,
): Promise<IngestResult> {
  const { source: slug } = input
  const source =
    (await tx.source.findUnique({ where: { slug } })) ??
    (await tx.source.create({ data: { slug, name: slug, nameKey: slug } }))
  // Looked at again: another request may have stored the article in the meantime.
  const stored = await readStored(tx, source.id, draft)
  const outcome = decideOutcome(stored, draft)
  if (stored && outcome !== 'UPDATED') return keep(tx, stored, { draft, outcome })
  checkRevision(stored?.currentRevision?.number ?? 0, input.expectedRevision ?? null)
  if (stored?.status === 'WITHDRAWN' && stored.heldBack) throw withdrawn(stored)

  if (stored) await openArticle(tx, { articleId: stored.id, now })
  const before = stored && (await readArticleState(tx, { articleId: stored.id, now }))
  const wasPublic = before?.isPublic === true
  const isWithdrawn = stored?.currentRevision?.kind === 'WITHDRAWAL'
  const written =
    stored && (wasPublic || isWithdrawn) && draft.status === 'WITHDRAWN'
      ? await withdraw(tx, stored, { draft, now })
      : await storeText(tx, { draft, source, stored, wasPublic, extractor, isFallback, found, now })
  await recordAudit(tx, actor, {
    action: 'ingestArticle',
    targetType: 'Article',
    targetId: written.articleId,
    details: { outcome, revision: written.revisionNumber },
  })
  if (before === null) await recordNewArticle(tx, { articleId: written.articleId, now })
  else await recordArticleChange(tx, { before, type: changeOf(draft, written), now })
  return { articleId: written.articleId, slug: written.slug, outcome }
}

/** What the CMS did, where it is not plainly an update. */
function changeOf({ status }: ArticleDraft, { isCorrected }: { isCorrected: boolean }) {
  if (status === 'WITHDRAWN') return 'article.withdrawn'
  if (status === 'UNPUBLISHED') return 'article.unpublished'
  return isCorrected ? 'article.corrected' : 'article.updated'
}

const withdrawn = ({ slug }: StoredRow): ConflictError =>
  new ConflictError(
    `The article "${slug}" was withdrawn here, so what the CMS sends of it is refused. correctArticle brings it back.`,
  )

/** The CMS takes back what readers could see. */
async function withdraw(
  tx: Tx,
  stored: StoredRow,
  { draft, now }: { draft: ArticleDraft; now: Date },
): Promise<Pick<WrittenArticle, 'articleId' | 'slug' | 'revisionNumber'> & { isCorrected: false }> {
  const { id: articleId, slug } = stored
  const { payloadHash, modifiedAt, externalRevision, correction } = draft
  const article = await tx.article.update({
    where: { id: articleId },
    data: { payloadHash, modifiedAt: modifiedAt ?? stored.modifiedAt },
    include: { currentRevision: true },
  })
  const { currentRevision: revision } = article
  if (revision === null) throw new Error(`The article ${articleId} has no text.`)
  if (revision.kind === 'WITHDRAWAL') {
    return { articleId, slug, revisionNumber: revision.number, isCorrected: false }
  }
  const text = correction?.text ?? 'This story was withdrawn.'
  const withdrawal = { article, revision, text, externalRevision, now }
  const revisionNumber = await writeWithdrawal(tx, withdrawal)
  return { articleId, slug, revisionNumber, isCorrected: false }
}

/**
 * Leaves the article as it is. Of an unchanged text that the CMS saved again, its time is worth
 * keeping: it tells what is stale.
 */
async function keep(
  db: Db | Tx,
  stored: StoredRow,
  { draft, outcome }: { draft: ArticleDraft; outcome: IngestOutcome },
): Promise<IngestResult> {
  const { modifiedAt } = draft
  if (modifiedAt !== null && (stored.modifiedAt === null || modifiedAt > stored.modifiedAt)) {
    await db.article.update({ where: { id: stored.id }, data: { modifiedAt } })
  }
  return { articleId: stored.id, slug: stored.slug, outcome }
}
