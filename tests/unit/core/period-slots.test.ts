import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dated, periodSlots } from '../../../src/core/period-slots.ts'

const day = (n: number, hour = 0) => new Date(Date.UTC(2025, 11, n, hour))
const onDay = (n: number) => ({ start: day(n), end: day(n + 1), precision: 'DAY' as const })
const row = (id: number, reported: number, period: Dated['period'] = null): Dated => ({
  id,
  period,
  reportedAt: day(reported, 9),
})
const ids = (rows: readonly Dated[]) =>
  periodSlots(rows).map((slot) => slot.rows.map(({ id }) => id).sort())

describe('rows are together', () => {
  test('when their periods are the same, whenever they are reported', () => {
    expect(ids([row(1, 20, onDay(20)), row(2, 24, onDay(20)), row(3, 20, onDay(19))])).toEqual([
      [1, 2],
      [3],
    ])
  })

  test('when they give no period and are reported on one day or the next', () => {
    expect(ids([row(1, 20), row(2, 21)])).toEqual([[1, 2]])
    expect(ids([row(1, 20), row(2, 22)])).toEqual([[1], [2]])
  })

  test('two days at most, however many are reported day after day', () => {
    expect(ids([row(1, 20), row(2, 21), row(3, 22), row(4, 23)])).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  test('when one names the day on which, or after which, the other is reported', () => {
    expect(ids([row(1, 20, onDay(20)), row(2, 20), row(3, 21), row(4, 22)])).toEqual([
      [1, 2, 3],
      [4],
    ])
  })

  test('with the day of the report rather than the day before', () => {
    expect(ids([row(1, 20, onDay(20)), row(2, 21, onDay(21)), row(3, 21)])).toEqual([[1], [2, 3]])
  })

  test('but never with a month, a week or another event', () => {
    const december = { start: day(1), end: day(32), precision: 'MONTH' as const }
    expect(ids([row(1, 20, december), row(2, 20)])).toEqual([[1], [2]])
  })
})

test('the slots depend on the set of rows, not on their order, and lose none', () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }),
      reported: fc.integer({ min: 1, max: 12 }),
      about: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, fc.func(fc.integer()), (drawn, rank) => {
      const made = drawn.map(({ id, reported, about }) =>
        row(id, reported, about === null ? null : onDay(about)),
      )
      const shuffled = [...made].sort((a, b) => rank(a.id) - rank(b.id))
      const sorted = (list: number[][]) => list.map((one) => one.join(' ')).sort()
      expect(sorted(ids(shuffled))).toEqual(sorted(ids(made)))
      expect(ids(made).flat().length).toBe(made.length)
    }),
  )
})
