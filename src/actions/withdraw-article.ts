import { z } from 'zod'
import { ConflictError } from '../core/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { ARTICLE_CHANGE, NOTICE } from './article-change-input.ts'
import { changeArticle } from './change-article.ts'
import { parseOrThrow } from './parse-input.ts'
import { writeWithdrawal } from './write-withdrawal.ts'

const schema = z.strictObject({ ...ARTICLE_CHANGE, text: NOTICE })

/**
 * Takes back a story that no longer stands. Readers see the notice and nothing else: the texts are
 * hidden for good, the figures RETRACTED. What the CMS sends later is refused; correctArticle, with a
 * notice of its own and a new text, brings the article back.
 *
 * @throws {NotFoundError} when there is no such article
 * @throws {RevisionConflictError} when it is not at the expected revision
 * @throws {ConflictError} when it was withdrawn already, or when nobody can have read it
 */
export async function withdrawArticle(
  context: ActionContext,
  input: z.input<typeof schema>,
): Promise<void> {
  const { articleId, expectedRevision, text } = parseOrThrow(schema, input)
  const change = { action: 'withdrawArticle', event: 'article.withdrawn', scope: 'INGEST' } as const
  await changeArticle(
    context,
    { ...change, articleId, expectedRevision: expectedRevision ?? null },
    async (tx, article, { isPublic }) => {
      if (article.status === 'WITHDRAWN') {
        throw new ConflictError('input.id: the article is withdrawn already.')
      }
      if (article.status !== 'UNPUBLISHED' && !isPublic) {
        throw new ConflictError(
          'input.id: the article is not public yet, and a notice would tell of it. Use unpublishArticle or eraseArticle.',
        )
      }
      await tx.article.update({ where: { id: articleId }, data: { heldBack: true } })
      const { revision } = article
      const number = await writeWithdrawal(tx, { article, revision, text, now: context.now })
      return { from: article.status, to: 'WITHDRAWN', revision: number }
    },
  )
}
