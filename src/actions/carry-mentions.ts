import type { Tx } from '../db/client.ts'
import { isKept } from './kept-rows.ts'
import { isMoved, type NewText } from './new-text.ts'

/** The part of `carryOver` that is about mentions. */
export async function carryMentions(
  tx: Tx,
  { articleId, revisionId, find }: NewText,
): Promise<void> {
  const rows = await tx.mention.findMany({
    where: { articleId, current: true, revisionId: { not: revisionId } },
  })
  if (rows.length === 0) return
  const spans = find(rows)
  const carried = rows.filter(({ id }) => spans.has(id))
  const lost = rows.filter(({ id }) => !spans.has(id))

  // Those that stay in their place come first: the others then never meet one that is still to move.
  const moves = carried.flatMap((row) => {
    const span = spans.get(row.id)
    return span && isMoved(row, span) ? [{ id: row.id, span }] : []
  })
  const moving = new Set(moves.map(({ id }) => id))
  const staying = carried.map(({ id }) => id).filter((id) => !moving.has(id))
  await tx.mention.updateMany({ where: { id: { in: staying } }, data: { revisionId } })
  for (const { id, span } of moves) {
    await tx.mention.update({ where: { id }, data: { revisionId, ...span } })
  }
  await tx.mention.createMany({
    data: carried.map(({ id: _id, ...row }) => ({ ...row, current: false })),
  })
  for (const orphaned of [true, false]) {
    const ids = lost.filter((row) => isKept(row, 'replace') === orphaned).map(({ id }) => id)
    await tx.mention.updateMany({ where: { id: { in: ids } }, data: { current: false, orphaned } })
  }
}
