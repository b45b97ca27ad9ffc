import { groupBy } from './group-by.ts'

export type PeriodPrecision = 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR'

export interface Period {
  readonly start: Date
  /** Exclusive. */
  readonly end: Date
  readonly precision: PeriodPrecision
}

/** Something said about a time, or about no time that is given. */
export interface Dated {
  readonly id: number
  readonly period: Period | null
  readonly reportedAt: Date
}

/** What is said about one time. */
export interface PeriodSlot<Row> {
  /** The period that the texts give; null where none does. */
  readonly period: Period | null
  /** Midnight (UTC) of the day of the first report, where there is no period. */
  readonly reportedOn: Date | null
  readonly rows: readonly Row[]
}

const DAY_MS = 86_400_000
/** An event is reported on its day and, by morning papers and late editions, on the next. */
const REPORTING_DAYS = 1

const dayOf = (time: Date): number => Math.floor(time.getTime() / DAY_MS)

/** Equal for equal periods; empty for none. */
export const periodKey = (period: Period | null): string =>
  period === null ? '' : `${period.start.getTime()} ${period.end.getTime()} ${period.precision}`

/**
 * Sorts rows by the time they are about. Rows with a period are together where it is the same. A row
 * without one is about what happened when it was reported: it joins a day that others name, its own
 * before the one before it, or else the rows that were first reported on its day or the day before.
 * The answer depends on the set of rows, not on their order.
 */
export function periodSlots<Row extends Dated>(rows: readonly Row[]): PeriodSlot<Row>[] {
  const groups = groupBy([...rows].sort(byReport), ({ period }) => periodKey(period))
  const dated = [...groups.values()].flatMap((group) =>
    group[0].period === null ? [] : [{ period: group[0].period, rows: group as Row[] }],
  )
  const days = daysNamed(dated)
  const runs: { day: number; rows: Row[] }[] = []
  for (const row of groups.get('') ?? []) {
    const day = dayOf(row.reportedAt)
    const named = days.get(day) ?? days.get(day - REPORTING_DAYS)
    const run = runs.at(-1)
    if (named) named.rows.push(row)
    else if (run && day - run.day <= REPORTING_DAYS) run.rows.push(row)
    else runs.push({ day, rows: [row] })
  }
  return [
    ...dated.map((slot) => ({ ...slot, reportedOn: null })),
    ...runs.map((run) => ({
      period: null,
      reportedOn: new Date(run.day * DAY_MS),
      rows: run.rows,
    })),
  ]
}

/** The slots that are about one day; of several about the same day the whole day, then the first hour. */
function daysNamed<Slot extends { readonly period: Period }>(
  slots: readonly Slot[],
): Map<number, Slot> {
  const short = slots.filter(
    ({ period }) =>
      (period.precision === 'DAY' || period.precision === 'HOUR') &&
      period.end.getTime() - period.start.getTime() <= DAY_MS,
  )
  const ordered = short.sort(
    (a, b) =>
      Number(a.period.precision === 'HOUR') - Number(b.period.precision === 'HOUR') ||
      a.period.start.getTime() - b.period.start.getTime() ||
      a.period.end.getTime() - b.period.end.getTime(),
  )
  const days = new Map<number, Slot>()
  for (const slot of ordered) {
    const day = dayOf(slot.period.start)
    if (!days.has(day)) days.set(day, slot)
  }
  return days
}

/** By the time of the report, ties by id. */
export const byReport = (a: Dated, b: Dated): number =>
  a.reportedAt.getTime() - b.reportedAt.getTime() || a.id - b.id
