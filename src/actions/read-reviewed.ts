import { ConflictError, NotFoundError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import type { Viewer } from '../db/visibility.ts'
import { type ArticleState, readArticleState } from './article-state.ts'
import { type AnnotatedArticle, readAnnotatedArticle } from './read-annotated-article.ts'
import { assertReview, type Review, type Reviewed } from './review-decision.ts'

interface Wanted<Row> {
  readonly noun: 'figure' | 'mention'
  readonly row: Row | null
  readonly review: Review
  readonly viewer: Viewer
  readonly now: Date
}

/**
 * What a review decides about, with its article as it is before the decision.
 *
 * @throws {NotFoundError} when there is no such row that the viewer may see
 * @throws {ConflictError} when it is of an older text, or another expectation fails
 * @throws {InvalidInputError} for changes without AMEND, and AMEND without changes
 */
export async function readReviewed<Row extends Reviewed>(
  tx: Tx,
  { noun, row, review, viewer, now }: Wanted<Row>,
): Promise<{ row: Row; article: AnnotatedArticle; before: ArticleState }> {
  const missing = `There is no such ${noun}.`
  if (row === null) throw new NotFoundError(missing)
  const { expectedRevision } = review
  const { articleId } = row
  const article = await readAnnotatedArticle(tx, { articleId, viewer, expectedRevision, missing })
  const before = await readArticleState(tx, { articleId, now })
  if (!row.current) {
    throw new ConflictError(
      `The ${noun} is of an older text of the article: review the current one.`,
    )
  }
  assertReview(review, row)
  return { row, article, before }
}
