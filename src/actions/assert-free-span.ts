import { ConflictError } from '../core/app-error.ts'
import type { Span } from '../core/span.ts'
import type { Tx } from '../db/client.ts'

type Place = Pick<Span, 'field' | 'start' | 'end'>

/**
 * Two mentions never share a word, unless one of them is rejected; and an extraction keeps off what
 * people decided.
 *
 * @throws {ConflictError} that names what stands there
 */
export async function assertFreeForMention(
  tx: Tx,
  row: Place & {
    readonly id: number | null
    readonly revisionId: number
    readonly originId: number
  },
): Promise<void> {
  const { revisionId, id, originId } = row
  const taken = await tx.mention.findFirst({
    where: {
      revisionId,
      ...(id !== null && { id: { not: id } }),
      OR: [overlapping(row), { ...samePlace(row), originId }],
    },
    select: { exact: true, start: true, end: true, field: true, reviewStatus: true },
  })
  if (taken) throw conflict('mention', taken)
}

/** The same of figures. */
export async function assertFreeForFigure(
  tx: Tx,
  row: Place & { readonly id: number | null; readonly revisionId: number },
): Promise<void> {
  const { revisionId, id } = row
  const taken = await tx.figure.findFirst({
    where: {
      revisionId,
      ...(id !== null && { id: { not: id } }),
      OR: [overlapping(row), samePlace(row)],
    },
    select: { exact: true, start: true, end: true, field: true, reviewStatus: true },
  })
  if (taken) throw conflict('figure', taken)
}

const overlapping = ({ field, start, end }: Place) => ({
  field,
  start: { lt: end },
  end: { gt: start },
  reviewStatus: { not: 'REJECTED' as const },
})

const samePlace = ({ field, start, end }: Place) => ({ field, start, end })

function conflict(
  kind: 'mention' | 'figure',
  { exact, start, end, field, reviewStatus }: TakenPlace,
): ConflictError {
  const where = `"${exact}", ${start} to ${end} of the ${field}`
  return new ConflictError(
    reviewStatus === 'REJECTED'
      ? `A rejected ${kind} stands there already (${where}): accept or amend that one.`
      : `Another ${kind} stands there (${where}): amend or reject that one first.`,
  )
}

interface TakenPlace extends Place {
  readonly exact: string
  readonly reviewStatus: string
}
