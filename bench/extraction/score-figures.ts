import type { FoundFigure } from '../../src/extraction/extractor.ts'
import { overlap, type Stretch } from './find-quote.ts'
import { type FigureJudgement, type FigurePart, judgeFigure, PARTS } from './judge-figure.ts'
import type { GoldFigure } from './resolve-annotations.ts'
import { addTallies, NOTHING, type Tally } from './tally.ts'

/** How many of the figures found have a part right, of those where it is judged. */
export interface Share {
  readonly right: number
  readonly judged: number
}

export interface FigureTallies {
  readonly found: Tally
  readonly parts: Readonly<Record<FigurePart, Share>>
}

export interface FigurePair {
  readonly gold: GoldFigure
  readonly found: FoundFigure
  readonly judgement: FigureJudgement
}

export interface FigureScore {
  readonly tallies: FigureTallies
  readonly pairs: readonly FigurePair[]
  readonly missed: readonly GoldFigure[]
  readonly wrong: readonly FoundFigure[]
}

const NO_SHARE: Share = { right: 0, judged: 0 }
export const NO_FIGURES: FigureTallies = {
  found: NOTHING,
  parts: {
    value: NO_SHARE,
    unit: NO_SHARE,
    thing: NO_SHARE,
    qualifier: NO_SHARE,
    attribution: NO_SHARE,
  },
}

/** A figure is found when one overlaps its number; the rest is judged of those found. */
export function scoreFigures(
  gold: readonly GoldFigure[],
  figures: readonly FoundFigure[],
): FigureScore {
  const isOptional = (figure: FoundFigure): boolean =>
    gold.some(({ optional, span }) => optional && overlap(numberOf(figure), span) > 0)
  const counted = figures.filter((figure) => !isOptional(figure))
  const expected = gold.filter(({ optional }) => !optional)
  const open = new Set(counted)
  const pairs: FigurePair[] = []
  const missed: GoldFigure[] = []
  for (const figure of expected) {
    const found = [...open]
      .filter((candidate) => overlap(numberOf(candidate), figure.span) > 0)
      .toSorted((a, b) => overlap(numberOf(b), figure.span) - overlap(numberOf(a), figure.span))[0]
    if (found === undefined) {
      missed.push(figure)
      continue
    }
    open.delete(found)
    pairs.push({ gold: figure, found, judgement: judgeFigure(figure, found) })
  }
  const found = { right: pairs.length, found: counted.length, gold: expected.length }
  return { tallies: { found, parts: sharesOf(pairs) }, pairs, missed, wrong: [...open] }
}

/** Where the number of a found figure stands: its span covers the thing counted as well. */
function numberOf({ span, valueText }: FoundFigure): Stretch {
  const at = Math.max(0, span.exact.indexOf(valueText))
  const start = span.start + [...span.exact.slice(0, at)].length
  return { field: span.field, start, end: start + [...valueText].length }
}

function sharesOf(pairs: readonly FigurePair[]): FigureTallies['parts'] {
  const share = (part: FigurePart): Share => ({
    right: pairs.filter(({ judgement }) => judgement[part] === true).length,
    judged: pairs.filter(({ judgement }) => judgement[part] !== null).length,
  })
  return forEachPart(share)
}

const forEachPart = (share: (part: FigurePart) => Share): FigureTallies['parts'] =>
  Object.fromEntries(PARTS.map((part) => [part, share(part)])) as Record<FigurePart, Share>

export const addFigureTallies = (a: FigureTallies, b: FigureTallies): FigureTallies => ({
  found: addTallies(a.found, b.found),
  parts: forEachPart((part) => ({
    right: a.parts[part].right + b.parts[part].right,
    judged: a.parts[part].judged + b.parts[part].judged,
  })),
})
