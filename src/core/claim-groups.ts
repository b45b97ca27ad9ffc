import { fingerprint } from './fingerprint.ts'
import { groupBy } from './group-by.ts'
import { byReport, type Dated, type Period, periodKey, periodSlots } from './period-slots.ts'

/** A figure as far as it matters to which claim of its key it belongs. */
export interface KeyedFigure extends Dated {
  readonly key: string
  /** FLOW metrics count events, and two events may have the same number. */
  readonly aggregation: 'FLOW' | 'CUMULATIVE' | 'STOCK' | 'RATIO'
}

export interface ClaimGroup<Figure> {
  readonly identity: string
  readonly key: string
  readonly period: Period | null
  /** Never empty; ordered by the time of the report. */
  readonly figures: readonly Figure[]
}

/**
 * The claims that figures make. With one key and one period they are one claim. Of a FLOW metric
 * without a period, those reported on one day or the next are one: three outlets on one raid. A level,
 * share or running total without a period is one claim however often it is repeated.
 */
export function groupByClaim<Figure extends KeyedFigure>(
  figures: readonly Figure[],
): ClaimGroup<Figure>[] {
  return [...groupBy(figures, ({ key }) => key)].flatMap(([key, members]) => {
    const slots = members[0].aggregation === 'FLOW' ? periodSlots(members) : byPeriod(members)
    return slots.map(({ period, reportedOn, rows }) => ({
      identity: fingerprint([key, period ?? reportedOn]),
      key,
      period,
      figures: [...rows].sort(byReport),
    }))
  })
}

const byPeriod = <Figure extends KeyedFigure>(figures: readonly Figure[]) =>
  [...groupBy(figures, ({ period }) => periodKey(period)).values()].map((rows) => ({
    period: rows[0].period,
    reportedOn: null,
    rows,
  }))
