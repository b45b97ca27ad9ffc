import type { Tx } from '../db/client.ts'
import { indexArticles } from '../db/search-index.ts'
import type { ArticleState } from './article-state.ts'
import { countEntities } from './count-entities.ts'
import type { AnnotatedArticle } from './read-annotated-article.ts'
import { recordArticleChange } from './record-article-change.ts'
import { updateClaims } from './update-claims.ts'

interface Change {
  readonly article: AnnotatedArticle
  /** Read before the change. */
  readonly before: ArticleState
  readonly now: Date
}

/** What follows when a person has changed a mention of an article: its edges, the index, the outbox. */
export async function recordMentionChange(tx: Tx, change: Change): Promise<void> {
  const { id: articleId, orderedAt } = change.article
  await countEntities(tx, { articleId, orderedAt })
  await recordChange(tx, change)
}

/** What follows when a person has changed a figure of an article: its claim, the index, the outbox. */
export async function recordFigureChange(
  tx: Tx,
  { figureId, ...change }: Change & { readonly figureId: number },
): Promise<void> {
  await updateClaims(tx, { id: figureId })
  await recordChange(tx, change)
}

async function recordChange(tx: Tx, { article, before, now }: Change): Promise<void> {
  await indexArticles(tx, [article.id])
  await recordArticleChange(tx, { before, type: 'article.updated', now })
}
