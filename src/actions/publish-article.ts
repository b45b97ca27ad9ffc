import { z } from 'zod'
import { ConflictError } from '../core/app-error.ts'
import { opensAt } from '../core/opens-at.ts'
import type { ActionContext } from './action-context.ts'
import { ARTICLE_CHANGE } from './article-change-input.ts'
import { changeArticle } from './change-article.ts'
import { moveArticle } from './move-article.ts'
import { parseOrThrow } from './parse-input.ts'

const schema = z.strictObject({
  ...ARTICLE_CHANGE,
  publishedAt: z.date().nullish(),
  embargoedUntil: z.date().nullish(),
})

/**
 * Makes an article public: now, or at `publishedAt` when that is still to come. An embargo stays
 * unless another is given; null lifts it. Publishing what is published already changes nothing.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision
 * @throws {ConflictError} when it was withdrawn: only a correction brings it back
 */
export async function publishArticle(
  context: ActionContext,
  input: z.input<typeof schema>,
): Promise<void> {
  const { articleId, expectedRevision, publishedAt, embargoedUntil } = parseOrThrow(schema, input)
  const { now } = context
  const change = { action: 'publishArticle', event: 'article.published', scope: 'INGEST' } as const
  await changeArticle(
    context,
    { ...change, articleId, expectedRevision: expectedRevision ?? null },
    async (tx, article) => {
      if (article.status === 'WITHDRAWN') {
        throw new ConflictError(
          'input.id: the article was withdrawn. Bring it back with correctArticle, which needs a notice and a text.',
        )
      }
      const isPast = article.publishedAt !== null && article.publishedAt <= now
      const time = publishedAt ?? (isPast ? article.publishedAt : now)
      const facts = {
        status: time !== null && time > now ? ('SCHEDULED' as const) : ('PUBLISHED' as const),
        publishedAt: time,
        embargoedUntil: embargoedUntil === undefined ? article.embargoedUntil : embargoedUntil,
        heldBack: false,
      }
      const isSame =
        facts.status === article.status &&
        facts.publishedAt?.getTime() === article.publishedAt?.getTime() &&
        facts.embargoedUntil?.getTime() === article.embargoedUntil?.getTime()
      if (isSame) return null
      await tx.article.update({
        where: { id: articleId },
        data: { ...facts, opensAt: opensAt(facts, now) },
      })
      if (time !== null) await moveArticle(tx, { articleId, orderedAt: time })
      return { from: article.status, to: facts.status }
    },
  )
}
