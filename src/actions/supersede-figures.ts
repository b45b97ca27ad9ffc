import { InvalidInputError } from '../core/app-error.ts'
import { matchFigures, statementOf } from '../core/match-figures.ts'
import { reanchor } from '../core/reanchor.ts'
import { SpannedText } from '../core/span.ts'
import type { Tx } from '../db/client.ts'

/** What an editor says of one figure. */
interface FigureCorrection {
  readonly figureId: number
  /** Words of the new text that report it now; null where nothing does. */
  readonly words: string | null
}

interface CorrectedText {
  readonly articleId: number
  /** The revisions before and after. */
  readonly from: number
  readonly to: number
  readonly correctionId: number
  readonly figures: readonly FigureCorrection[]
}

/**
 * Marks what a correction did to figures: those that another one replaces are SUPERSEDED by it, those
 * whose words are gone are RETRACTED. What the editor says comes first; the rest is matched by what the
 * figures are about. A figure whose words and those around them are as they were is left alone. Claims
 * of the article must be updated afterwards.
 *
 * @throws {InvalidInputError} for a figure that the article does not have, or words without a figure
 */
export async function supersedeFigures(tx: Tx, about: CorrectedText): Promise<void> {
  const { articleId, from, to, correctionId, figures: said } = about
  const before = await readFigures(tx, from)
  const after = await readFigures(tx, to)
  const supersede = (figureId: number, supersededById: number) =>
    tx.figure.update({
      where: { id: figureId },
      data: { status: 'SUPERSEDED', supersededById, correctionId },
    })
  const retract = (figureId: number) =>
    tx.figure.update({ where: { id: figureId }, data: { status: 'RETRACTED', correctionId } })

  const done = new Set<number>()
  for (const [i, { figureId, words }] of said.entries()) {
    const own = await tx.figure.count({ where: { id: figureId, articleId } })
    if (own === 0) {
      throw new InvalidInputError(
        `input.figures.${i}.figure: the article has no figure with this id.`,
        `input.figures.${i}.figure`,
      )
    }
    done.add(figureId)
    if (words === null) await retract(figureId)
    else {
      const successor = figureOn(words, after, i)
      done.add(successor)
      await supersede(figureId, successor)
    }
  }

  const touched = (await withoutUntouched(tx, before, to)).filter(
    ({ figure }) => !done.has(figure.id),
  )
  const free = after.filter(({ id, status }) => !done.has(id) && status === 'CURRENT')
  const matches = matchFigures(
    touched.map(({ figure }) => figure),
    free,
  )
  for (const [i, { figure, isGone }] of touched.entries()) {
    const successor = free[matches[i] ?? -1]
    if (successor === undefined) {
      if (isGone) await retract(figure.id)
    } else if (statementOf(figure) !== statementOf(successor)) {
      await supersede(figure.id, successor.id)
    }
  }
}

async function readFigures(tx: Tx, revisionId: number) {
  const rows = await tx.figure.findMany({
    where: {
      revisionId,
      status: { in: ['CURRENT', 'ORPHANED'] },
      reviewStatus: { not: 'REJECTED' },
    },
    orderBy: { id: 'asc' },
    include: { places: { select: { placeId: true } } },
  })
  return rows.map(({ places, ...row }) => ({
    ...row,
    placeIds: places.map(({ placeId }) => placeId),
  }))
}

type StoredFigure = Awaited<ReturnType<typeof readFigures>>[number]

/** Figures whose words, or words around them, are not in the new text as they were. */
async function withoutUntouched(
  tx: Tx,
  figures: readonly StoredFigure[],
  revisionId: number,
): Promise<{ readonly figure: StoredFigure; readonly isGone: boolean }[]> {
  const { headline, bodyText } = await tx.articleRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { headline: true, bodyText: true },
  })
  const texts = [new SpannedText('HEADLINE', headline), new SpannedText('BODY', bodyText)]
  return texts.flatMap((text) => {
    const own = figures.filter(({ field }) => field === text.field)
    const spans = reanchor(own, text)
    return own.flatMap((figure, i) => {
      const span = spans[i] ?? null
      const isSame = span?.prefix === figure.prefix && span.suffix === figure.suffix
      return isSame ? [] : [{ figure, isGone: span === null }]
    })
  })
}

/** The id of the figure that stands on these words, or the best part of it does. */
function figureOn(words: string, figures: readonly StoredFigure[], index: number): number {
  const found = figures.find(({ exact }) => exact.includes(words) || words.includes(exact))
  if (found) return found.id
  const known = figures.map(({ exact }) => `"${exact}"`).slice(0, 20)
  const path = `input.figures.${index}.words`
  throw new InvalidInputError(
    `${path}: no figure was found on "${words}". The new text has ${known.join(', ') || 'none'}.`,
    path,
  )
}
