import { z } from 'zod'
import { ConflictError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { ARTICLE_CHANGE } from './article-change-input.ts'
import { changeArticle } from './change-article.ts'
import { parseOrThrow } from './parse-input.ts'

const schema = z.strictObject(ARTICLE_CHANGE)

/**
 * Takes an article back without a notice. It stays back whatever the CMS sends, until it is published
 * here again, with the ids that it had. Unpublishing twice changes nothing.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision
 * @throws {ConflictError} when it was withdrawn
 */
export async function unpublishArticle(
  context: ActionContext,
  input: z.input<typeof schema>,
): Promise<void> {
  const { articleId, expectedRevision } = parseOrThrow(schema, input)
  const change = { action: 'unpublishArticle', event: 'article.unpublished' } as const
  await changeArticle(
    context,
    { ...change, scope: 'INGEST', articleId, expectedRevision: expectedRevision ?? null },
    async (tx, { status, heldBack }) => {
      if (status === 'WITHDRAWN') {
        throw new ConflictError('input.id: the article was withdrawn, so it is not public.')
      }
      if (heldBack) return null
      await tx.article.update({
        where: { id: articleId },
        data: { status: 'UNPUBLISHED', heldBack: true, opensAt: null },
      })
      return { from: status, to: 'UNPUBLISHED' }
    },
  )
}
