import { z } from 'zod'
import { requireScope } from '../auth/actor.ts'
import { InvalidInputError } from '../core/app-error.ts'
import { toExtractorKind } from '../core/extractor-kind.ts'
import { opensAt } from '../core/opens-at.ts'
import { readStrings } from '../core/read-strings.ts'
import { articleStanding } from '../db/article-standing.ts'
import type { Tx } from '../db/client.ts'
import { applyHints } from '../extraction/apply-hints.ts'
import { extractWithFallback } from '../extraction/extractors.ts'
import type { ActionContext } from './action-context.ts'
import { ARTICLE_CHANGE, CORRECTION_KIND, NOTICE } from './article-change-input.ts'
import { cleanText, contentHash, type RevisionText } from './article-draft.ts'
import {
  type ArticleToChange,
  changeArticle,
  checkRevision,
  readArticleToChange,
} from './change-article.ts'
import { parseOrThrow } from './parse-input.ts'
import { supersedeFigures } from './supersede-figures.ts'
import { updateClaims } from './update-claims.ts'
import { writeAnnotations } from './write-annotations.ts'
import { writeNotice } from './write-notice.ts'
import { writeRevision } from './write-revision.ts'

const schema = z.strictObject({
  ...ARTICLE_CHANGE,
  kind: CORRECTION_KIND.default('CORRECTION'),
  text: NOTICE,
  headline: z.string().nullish(),
  dek: z.string().nullish(),
  bodyText: z.string().nullish(),
  bodyHtml: z.string().nullish(),
  figures: z
    .array(
      z.strictObject({
        figureId: z.number().int(),
        words: z.string().trim().min(1, 'must not be empty').max(500).nullable(),
      }),
    )
    .max(100)
    .default([]),
})

/**
 * Puts a text right, and tells readers with a notice. What is absent of the text stays as it is; each
 * correction is a revision of its own. Figures that changed are SUPERSEDED by the new ones, figures that
 * are gone RETRACTED, and claims follow. A withdrawn article comes back this way, with a new body.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision, or left it meanwhile
 * @throws {InvalidInputError} for a text that cannot be an article, or figures that are not there
 */
export async function correctArticle(
  context: ActionContext,
  raw: z.input<typeof schema>,
): Promise<void> {
  const { db, actor, extractors, now } = context
  requireScope(actor, 'INGEST')
  const input = parseOrThrow(schema, raw)
  const { articleId } = input
  const base = await readArticleToChange(db, articleId)
  checkRevision(base.revision.number, input.expectedRevision ?? null)
  const text = correctedText(base, input)
  // Outside the transaction: reading a text takes longer than writing what was found.
  const { headline, bodyText: body, language } = text
  const { extractor, annotations } = await extractWithFallback(
    extractors,
    toExtractorKind(base.source.extractor),
    { headline, body, language, publishedAt: base.publishedAt },
  )
  const found = applyHints(annotations, { headline, body, hints: [] })
  const change = { action: 'correctArticle', event: 'article.corrected', scope: 'INGEST' } as const
  await changeArticle(
    context,
    { ...change, articleId, expectedRevision: base.revision.number },
    async (tx, article, { isPublic }) => {
      const from = article.revision.id
      const revision = await writeRevision(tx, {
        articleId,
        previous: from,
        wasPublic: isPublic,
        kind: 'CORRECTION',
        text,
        contentHash: contentHash(text),
        externalRevision: null,
        madeHere: true,
        extractor,
        now,
      })
      if (article.status === 'WITHDRAWN') await reinstate(tx, article, now)
      await writeAnnotations(tx, found, {
        articleId,
        revisionId: revision.id,
        isNew: false,
        orderedAt: article.orderedAt,
        isPublic: (await articleStanding(tx, { articleId, now })).isPublic,
        sourceSlug: article.source.slug,
        hints: [],
        extractor,
        cms: 'keep',
      })
      const notice = { kind: input.kind, text: input.text }
      const about = { articleId, revisionId: revision.id, notice, now }
      const correctionId = await writeNotice(tx, about)
      const { figures } = input
      await supersedeFigures(tx, { articleId, from, to: revision.id, correctionId, figures })
      await updateClaims(tx, { articleId })
      return { revision: revision.number, correction: correctionId, kind: input.kind }
    },
  )
}

function correctedText(
  { status, revision }: ArticleToChange,
  { headline, dek, bodyText, bodyHtml }: z.output<typeof schema>,
): RevisionText {
  const isNewBody = (bodyText ?? bodyHtml) != null
  if (!isNewBody && status === 'WITHDRAWN') {
    throw new InvalidInputError(
      'input.bodyText: the article was withdrawn, so it needs a new text to come back.',
      'input.bodyText',
    )
  }
  return {
    ...cleanText({
      headline: headline ?? revision.headline,
      dek: dek === undefined ? revision.dek : dek,
      ...(isNewBody ? { bodyText, bodyHtml } : { bodyHtml: revision.bodyHtml }),
    }),
    authors: readStrings(revision.authors),
    language: revision.language,
  }
}

async function reinstate(
  tx: Tx,
  { id, publishedAt, embargoedUntil }: ArticleToChange,
  now: Date,
): Promise<void> {
  const status = publishedAt !== null && publishedAt > now ? 'SCHEDULED' : 'PUBLISHED'
  const open = opensAt({ status, publishedAt, embargoedUntil }, now)
  await tx.article.update({ where: { id }, data: { status, heldBack: false, opensAt: open } })
}
