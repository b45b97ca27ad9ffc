import type { Span } from './span.ts'

/** What a figure says, and where. */
export interface MatchableFigure
  extends Pick<Span, 'field' | 'start' | 'exact' | 'prefix' | 'suffix'> {
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly qualifier: string
  readonly unit: string | null
  readonly measure: string | null
  readonly population: string | null
  readonly metricId: number | null
  readonly attributionKind: string
  readonly attributionKey: string | null
  readonly claimantId: number | null
  readonly periodStart: Date | null
  readonly periodEnd: Date | null
  readonly placeIds: readonly number[]
}

/** Equal for figures that say the same, wherever in the text. */
export const statementOf = (figure: MatchableFigure): string =>
  JSON.stringify([
    [figure.value, figure.minValue, figure.maxValue, figure.qualifier],
    subjectOf(figure),
    figure.population,
    speakerOf(figure),
    figure.periodStart,
    figure.periodEnd,
    [...figure.placeIds].sort((a, b) => a - b),
  ])

const subjectOf = ({ metricId, measure, unit }: MatchableFigure): string =>
  metricId === null ? `${measure} ${unit}` : `#${metricId}`

const speakerOf = ({ attributionKind, attributionKey, claimantId }: MatchableFigure): string =>
  claimantId === null ? `${attributionKind} ${attributionKey}` : `#${claimantId}`

/**
 * For each figure of the old text the index of the figure of the new text that reports it now, or null.
 * The same statement comes first, however far it moved. Then figures of one subject, the more alike the
 * better: who says it, where, in which sentence, how near. Figures of different subjects match only
 * where the sentence around the number is the same. Each new figure is used once.
 */
export function matchFigures(
  before: readonly MatchableFigure[],
  after: readonly MatchableFigure[],
): (number | null)[] {
  const pairs = before.flatMap((old, i) =>
    after.flatMap((now, j) => {
      const score = likeness(old, now)
      return score === 0 ? [] : [{ i, j, score, distance: Math.abs(old.start - now.start) }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.i - b.i || a.j - b.j)
  const matches: (number | null)[] = before.map(() => null)
  const used = new Set<number>()
  for (const { i, j } of pairs) {
    if (matches[i] !== null || used.has(j)) continue
    matches[i] = j
    used.add(j)
  }
  return matches
}

/** Of the words around two numbers, how many must be shared for figures of different subjects. */
const SAME_SENTENCE = 0.6

/** 0 for figures that have nothing to do with each other. */
function likeness(old: MatchableFigure, now: MatchableFigure): number {
  const context = sharedWords(old, now)
  if (statementOf(old) === statementOf(now)) return 100 + context
  const sameSubject = subjectOf(old) === subjectOf(now)
  if (!sameSubject && context < SAME_SENTENCE) return 0
  const samePlaces = [...old.placeIds].sort().join() === [...now.placeIds].sort().join()
  return (
    (sameSubject ? 8 : 0) +
    (speakerOf(old) === speakerOf(now) ? 4 : 0) +
    (samePlaces ? 2 : 0) +
    (old.field === now.field ? 1 : 0) +
    4 * context
  )
}

/** Share of the words around one number that stand around the other too (Dice coefficient). */
function sharedWords(a: MatchableFigure, b: MatchableFigure): number {
  const [left, right] = [wordsAround(a), wordsAround(b)]
  if (left.size + right.size === 0) return 1
  const shared = [...left].filter((word) => right.has(word)).length
  return (2 * shared) / (left.size + right.size)
}

const wordsAround = ({ prefix, suffix }: MatchableFigure): Set<string> =>
  new Set(`${prefix} ${suffix}`.toLowerCase().match(/[\p{L}\p{N}]+/gu))
