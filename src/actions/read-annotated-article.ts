import { ConflictError, NotFoundError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import { type Viewer, visibleArticle } from '../db/visibility.ts'

export type AnnotatedArticle = Awaited<ReturnType<typeof readAnnotatedArticle>>

interface Wanted {
  readonly articleId: number
  readonly viewer: Viewer
  /** Number of the revision that the person looked at. */
  readonly expectedRevision?: number | null | undefined
  /** What to say when there is no such article: the same as when what was asked for is not there. */
  readonly missing?: string
}

/**
 * An article and its current text, for somebody who works on what is marked in it.
 *
 * @throws {NotFoundError} when there is no such article that the viewer may see
 * @throws {ConflictError} when another revision than the expected one is current
 */
export async function readAnnotatedArticle(
  tx: Tx,
  { articleId, viewer, expectedRevision, missing = 'There is no such article.' }: Wanted,
) {
  const row = await tx.article.findFirst({
    where: { AND: [{ id: articleId }, visibleArticle(viewer)] },
    select: {
      id: true,
      orderedAt: true,
      currentRevision: { select: { id: true, number: true, headline: true, bodyText: true } },
    },
  })
  if (row === null || row.currentRevision === null) {
    throw new NotFoundError(missing)
  }
  const { id, orderedAt, currentRevision: revision } = row
  if (expectedRevision != null && expectedRevision !== revision.number) {
    throw new ConflictError(
      `input.expectedRevision: the article's current revision is ${revision.number}, not ${expectedRevision}. Look at its text again.`,
    )
  }
  return { id, orderedAt, revision }
}
