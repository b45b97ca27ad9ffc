import { reanchor } from '../core/reanchor.ts'
import { type Span, type SpanField, SpannedText } from '../core/span.ts'
import type { Tx } from '../db/client.ts'
import { carryFigures } from './carry-figures.ts'
import { carryMentions } from './carry-mentions.ts'
import type { NewText } from './new-text.ts'

/**
 * Takes mentions and figures of the text before to the same words of a new revision, where they keep
 * their ids and what people decided; the old revision keeps copies. What has lost its words stays
 * behind, and is marked as orphaned where a person had decided about it. To be called before the new
 * text's own annotations are written; where there was no text before, or it did not change, it does nothing.
 */
export async function carryOver(
  tx: Tx,
  { articleId, revisionId }: { readonly articleId: number; readonly revisionId: number },
): Promise<void> {
  const { number, headline, bodyText } = await tx.articleRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { number: true, headline: true, bodyText: true },
  })
  if (number === 1) return
  const texts = [new SpannedText('HEADLINE', headline), new SpannedText('BODY', bodyText)]
  const text: NewText = {
    articleId,
    revisionId,
    find: (rows, minContext = 0) =>
      new Map(texts.flatMap((field) => findIn(field, rows, minContext))),
  }
  await carryMentions(tx, text)
  await carryFigures(tx, text)
}

function findIn<Row extends Span & { readonly id: number; readonly field: SpanField }>(
  text: SpannedText,
  rows: readonly Row[],
  minContext: number,
): [number, Span][] {
  const own = rows.filter(({ field }) => field === text.field)
  const spans = reanchor(own, text, { minContext })
  return own.flatMap(({ id }, i): [number, Span][] => {
    const span = spans[i]
    return span ? [[id, span]] : []
  })
}
