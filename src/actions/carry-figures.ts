import type { Span } from '../core/span.ts'
import type { Tx } from '../db/client.ts'
import { cueColumns } from './figure-columns.ts'
import { isKept, placeKey } from './kept-rows.ts'
import { isMoved, type NewText } from './new-text.ts'

/** Characters of a number's sentence that must be as they were; a name means the same wherever it stands. */
const FIGURE_CONTEXT = 8

/** The part of `carryOver` that is about figures. */
export async function carryFigures(tx: Tx, text: NewText): Promise<void> {
  const { articleId, revisionId, find } = text
  const rows = await readFigures(tx, { articleId, revisionId })
  if (rows.length === 0) return
  const spans = find(rows, FIGURE_CONTEXT)
  const carried = rows.filter(({ id }) => spans.has(id))
  const lost = rows.filter(({ id }) => !spans.has(id))

  // What the extractor said is said again by what it finds; what people said must be found again.
  const cues = find(carried.filter((row) => isKept(row)).flatMap(cueOf))
  const moves = carried.flatMap((row) => {
    const span = spans.get(row.id)
    const cue = isKept(row) && row.cueExact !== null ? cueColumns(cues.get(row.id)) : {}
    const isChanged = span && (isMoved(row, span) || row.cueExact !== null)
    return isChanged ? [{ id: row.id, columns: { ...span, ...cue } }] : []
  })
  const moving = new Set(moves.map(({ id }) => id))
  const staying = carried.map(({ id }) => id).filter((id) => !moving.has(id))
  await tx.figure.updateMany({ where: { id: { in: staying } }, data: { revisionId } })
  for (const { id, columns } of moves) {
    await tx.figure.update({ where: { id }, data: { revisionId, ...columns } })
  }
  const ids = lost.map(({ id }) => id)
  await tx.figure.updateMany({ where: { id: { in: ids } }, data: { current: false } })
  await tx.figure.updateMany({
    where: { id: { in: lost.filter((row) => isKept(row)).map(({ id }) => id) }, status: 'CURRENT' },
    data: { status: 'ORPHANED' },
  })
  await keepHistory(tx, { carried, lost })
}

const readFigures = (
  tx: Tx,
  { articleId, revisionId }: Pick<NewText, 'articleId' | 'revisionId'>,
) =>
  tx.figure.findMany({
    where: { articleId, current: true, revisionId: { not: revisionId } },
    include: { places: true },
  })

type StoredFigure = Awaited<ReturnType<typeof readFigures>>[number]

/** Leaves copies of what went with the new text to the old one, with their places and parts. */
async function keepHistory(
  tx: Tx,
  {
    carried,
    lost,
  }: { readonly carried: readonly StoredFigure[]; readonly lost: readonly StoredFigure[] },
): Promise<void> {
  if (carried.length === 0) return
  const copies = await tx.figure.createManyAndReturn({
    data: carried.map(({ id: _id, places: _places, ...row }) => ({
      ...row,
      current: false,
      claimId: null,
      claimKey: null,
      correctionId: null,
    })),
    select: { id: true, field: true, start: true, end: true },
  })
  const copyAt = new Map(copies.map((copy) => [placeKey(copy), copy.id]))
  const copyOf = new Map(carried.map((row) => [row.id, copyAt.get(placeKey(row)) ?? 0]))
  await tx.figurePlace.createMany({
    data: carried.flatMap(({ id, places }) =>
      places.map((place) => ({ ...place, figureId: copyOf.get(id) ?? 0 })),
    ),
  })
  for (const { id, partOfId } of [...carried, ...lost]) {
    if (partOfId === null) continue
    const whole = copyOf.get(partOfId)
    if (whole !== undefined) {
      await tx.figure.update({ where: { id: copyOf.get(id) ?? id }, data: { partOfId: whole } })
    } else if (copyOf.has(id)) {
      await tx.figure.update({ where: { id }, data: { partOfId: null } })
    }
  }
}

function cueOf(row: StoredFigure): (Span & { readonly id: number })[] {
  const { id, cueField, cueStart, cueEnd, cueExact, cuePrefix, cueSuffix } = row
  if (cueField === null || cueStart === null || cueEnd === null || cueExact === null) return []
  return [
    {
      id,
      field: cueField,
      start: cueStart,
      end: cueEnd,
      exact: cueExact,
      prefix: cuePrefix ?? '',
      suffix: cueSuffix ?? '',
    },
  ]
}
