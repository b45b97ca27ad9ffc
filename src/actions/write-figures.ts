import type { Tx } from '../db/client.ts'
import { insertRows, insertRowsWithIds } from '../db/insert-rows.ts'
import { updateColumn } from '../db/update-column.ts'
import type { Extractor, FoundFigure } from '../extraction/extractor.ts'
import type { Choice } from './choice.ts'
import { ensureMetrics } from './ensure-metrics.ts'
import { figureColumns } from './figure-columns.ts'
import { isKept, overlaps, placeKey } from './kept-rows.ts'
import { madeByExtractor } from './provenance-columns.ts'
import { settle } from './settle-figure-places.ts'

interface Target {
  readonly articleId: number
  readonly revisionId: number
  readonly isNew: boolean
  readonly orderedAt: Date
  readonly extractor: Extractor
  /** Of the found entities. */
  readonly resolved: readonly Choice[]
}

export interface WrittenFigures {
  readonly changed: boolean
  /** Keys of claims that lost a figure. */
  readonly deletedClaimKeys: readonly string[]
}

/**
 * Makes the found figures those of the revision. A figure that stands on the words of a stored one
 * changes it, so that its id lives on; one that overlaps what people decided is left out.
 */
export async function writeFigures(
  tx: Tx,
  found: readonly FoundFigure[],
  target: Target,
): Promise<WrittenFigures> {
  const stored = target.isNew ? [] : await readFigures(tx, target.revisionId)
  const kept = stored.filter((row) => isKept(row) || row.status !== 'CURRENT')
  const open = new Map(
    stored.filter((row) => !kept.includes(row)).map((row) => [placeKey(row), row]),
  )
  const standing = found.map(({ span }) => kept.find((row) => overlaps(row, span)))
  const free = found.filter((_, i) => standing[i] === undefined)

  const columns = await columnsOf(tx, free, target)
  const obsolete = new Map(open)
  const added = []
  let changed = false
  for (const row of columns) {
    const known = open.get(placeKey(row))
    obsolete.delete(placeKey(row))
    if (known === undefined) added.push(row)
    else if (differs(known, row)) {
      await tx.figure.update({ where: { id: known.id }, data: row })
      changed = true
    }
  }
  const gone = [...obsolete.values()]
  if (gone.length > 0) {
    await tx.figure.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  }
  const created = await createFigures(tx, added)
  const idAt = new Map([...open, ...created].map(([place, { id }]) => [place, id]))
  const ids = found.map(({ span }, i) => standing[i]?.id ?? idAt.get(placeKey(span)) ?? 0)
  const linked = await linkFigures(tx, found, { ids, stored: open, kept: standing, target })
  return {
    changed: changed || gone.length + added.length > 0 || linked,
    deletedClaimKeys: gone.flatMap(({ claimKey }) => claimKey ?? []),
  }
}

const readFigures = (tx: Tx, revisionId: number) =>
  tx.figure.findMany({
    where: { revisionId },
    include: { places: { orderBy: { position: 'asc' }, select: { originId: true } } },
  })

type StoredFigure = Awaited<ReturnType<typeof readFigures>>[number]

async function columnsOf(tx: Tx, figures: readonly FoundFigure[], target: Target) {
  const { articleId, revisionId, orderedAt, resolved, extractor } = target
  const metrics = figures.flatMap(({ metric }) => (metric ? [metric] : []))
  const metricIds = await ensureMetrics(tx, metrics)
  return figures.map((figure) => ({
    articleId,
    revisionId,
    orderedAt,
    ...figureColumns(figure, resolved),
    metricId: figure.metric ? (metricIds.get(figure.metric.key) ?? null) : null,
    ...madeByExtractor(extractor),
  }))
}

type FigureColumns = Awaited<ReturnType<typeof columnsOf>>[number]

/** Dates are equal by their time. */
function differs(stored: StoredFigure, columns: FigureColumns): boolean {
  const row = { ...stored, claimantOriginId: stored.claimantOriginId ?? stored.claimantId }
  return Object.entries(columns).some(
    ([name, value]) => JSON.stringify(row[name as keyof StoredFigure]) !== JSON.stringify(value),
  )
}

async function createFigures(
  tx: Tx,
  rows: readonly FigureColumns[],
): Promise<Map<string, { readonly id: number }>> {
  const createdAt = new Date()
  const ids = await insertRowsWithIds(
    tx,
    'Figure',
    rows.map((row) => ({ ...row, createdAt })),
  )
  return new Map(rows.map((row, i) => [placeKey(row), { id: ids[i] ?? 0 }]))
}

interface Links {
  /** Of the found figures; of those that are left out the id of what stands there. */
  readonly ids: readonly number[]
  /** By their words, as they were before. */
  readonly stored: ReadonlyMap<string, StoredFigure>
  /** For each found figure what it had to give way to. */
  readonly kept: readonly (StoredFigure | undefined)[]
  readonly target: Target
}

/** Where each figure applies and what it is a part of. Says whether anything changed. */
async function linkFigures(
  tx: Tx,
  found: readonly FoundFigure[],
  { ids, stored, kept, target }: Links,
): Promise<boolean> {
  const survivors = new Map(target.resolved.map(({ originId, id }) => [originId, id]))
  const moved = []
  const replaced = []
  const added = []
  const parts = []
  for (const [i, { span, places, partOf }] of found.entries()) {
    if (kept[i] !== undefined) continue
    const figureId = ids[i] ?? 0
    const before = stored.get(placeKey(span))
    const origins = [...new Set(places.map((index) => target.resolved[index]?.originId ?? 0))]
    const originsBefore = before?.places.map(({ originId }) => originId) ?? []
    if (originsBefore.join() !== origins.join()) {
      moved.push(figureId)
      if (before !== undefined) replaced.push(figureId)
      const rows = origins.map((originId, position) => ({ figureId, originId, position }))
      const placeIds = settle(rows, (id) => survivors.get(id) ?? id)
      added.push(...rows.map((row, i) => ({ ...row, placeId: placeIds[i] ?? row.originId })))
    }
    const whole = partOf === null ? null : (ids[partOf] ?? null)
    const partOfId = whole === figureId ? null : whole
    if ((before?.partOfId ?? null) !== partOfId) parts.push({ id: figureId, value: partOfId })
  }
  if (replaced.length > 0) {
    await tx.figurePlace.deleteMany({ where: { figureId: { in: replaced } } })
  }
  await insertRows(tx, 'FigurePlace', added)
  await updateColumn(tx, 'Figure.partOfId', parts)
  return moved.length + parts.length > 0
}
