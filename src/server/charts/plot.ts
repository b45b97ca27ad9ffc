import type { SeriesPoint } from '../../core/figure-series.ts'
import { groupBy } from '../../core/group-by.ts'
import type { Qualifier } from '../../core/qualifier.ts'
import type { ChartData } from '../../db/chart-data.ts'

/** One number on a chart. */
export interface PlotPoint {
  /** Where it stands: the middle of its time; for levels and running totals the end. */
  readonly at: Date
  readonly start: Date
  readonly end: Date
  /** The number, or the middle of the range. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly qualifier: Qualifier
  readonly articleCount: number
  readonly places: readonly string[]
  /** Numbers that the claimant gave before, oldest first. */
  readonly earlier: readonly number[]
  readonly claimIds: readonly number[]
}

export interface PlotSeries {
  readonly claimant: string
  readonly points: readonly PlotPoint[]
}

/** What contradicts: the numbers of several claimants at one time. */
interface PlotConflict {
  /** The numbers, each at the time where its mark stands. */
  readonly marks: readonly { readonly at: Date; readonly value: number }[]
  readonly sides: readonly string[]
}

/** Numbers of one unit: they share an axis. */
export interface Panel {
  readonly unit: string | null
  readonly series: readonly PlotSeries[]
  readonly conflicts: readonly PlotConflict[]
}

/** Who says it, in the articles' own voice. */
const VOICE = 'not attributed'

/** The numbers of a series by unit and claimant: units with most numbers first, then claimants with most. */
export function plotOf(data: ChartData): Panel[] {
  const { points, metric, conflicts } = data
  const isLevel = metric.aggregation === 'CUMULATIVE' || metric.aggregation === 'STOCK'
  const finite = points.filter(({ minValue, maxValue }) => Number.isFinite(minValue + maxValue))
  const plotted = finite.map((point) => ({
    unit: point.unit,
    claimant: claimantOf(point, data),
    isSum: point.method === 'SUM',
    point: plotPoint(point, { isLevel, data }),
  }))
  return [...groupBy(plotted, ({ unit }) => unit ?? '').values()]
    .sort(mostFirst)
    .map((members) => ({
      unit: members[0].unit,
      series: [...groupBy(members, ({ claimant }) => claimant)]
        .sort(([, a], [, b]) => mostFirst(a, b))
        .map(([claimant, rows]) => ({ claimant, points: rows.map(({ point }) => point) })),
      conflicts: conflicts.flatMap(({ sides }): PlotConflict[] => {
        const ids = new Set(sides.flatMap(({ current }) => current.map(({ id }) => id)))
        const among = members.filter(
          ({ isSum, point }) => !isSum && point.claimIds.some((id) => ids.has(id)),
        )
        const [first] = among
        if (first === undefined || new Set(among.map(({ claimant }) => claimant)).size < 2)
          return []
        return [
          {
            marks: among.map(({ point: { at, value } }) => ({ at, value })),
            sides: among.map(({ claimant, point }) => `${claimant} ${point.value}`),
          },
        ]
      }),
    }))
}

const mostFirst = (a: readonly unknown[], b: readonly unknown[]): number => b.length - a.length

function claimantOf({ claims: [first] }: SeriesPoint, { names, words }: ChartData): string {
  const { claimantId, claimant } = first
  if (claimantId !== null) return names.get(claimantId) ?? VOICE
  return claimant === null ? VOICE : (words.get(claimant) ?? claimant)
}

function plotPoint(
  point: SeriesPoint,
  { isLevel, data }: { isLevel: boolean; data: ChartData },
): PlotPoint {
  const { start, end, value, minValue, maxValue, claims, revised, placeIds, articleCount } = point
  const ids = [...claims, ...revised].map(({ id }) => id)
  const corrected = data.corrected.filter(({ claimId }) => ids.includes(claimId))
  const middle = new Date((start.getTime() + end.getTime()) / 2)
  return {
    at: isLevel ? new Date(end.getTime() - 1) : middle,
    start,
    end,
    value: value ?? (minValue + maxValue) / 2,
    low: minValue,
    high: maxValue,
    qualifier: claims.length === 1 ? claims[0].qualifier : 'UNSPECIFIED',
    articleCount,
    places: placeIds.flatMap((id) => data.names.get(id) ?? []),
    earlier: [...revised, ...corrected]
      .sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())
      .flatMap((old) => old.value ?? old.minValue ?? old.maxValue ?? []),
    claimIds: claims.map(({ id }) => id),
  }
}
