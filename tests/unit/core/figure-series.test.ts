import { describe, expect, test } from 'vitest'
import { buildSeries } from '../../../src/core/figure-series.ts'
import { placesOverlap } from '../../../src/core/places-overlap.ts'
import type { ReportedClaim } from '../../../src/core/reported-claim.ts'
import type { Interval } from '../../../src/core/time-buckets.ts'
import { december, makeClaim, onDay } from './make-claim.ts'

/** Place 11 lies in place 10. */
const overlap = placesOverlap(new Map([[11, 10]]))
const series = (
  claims: readonly ReportedClaim[],
  interval: Interval,
  aggregation: 'FLOW' | 'CUMULATIVE' | 'STOCK' | 'RATIO' = 'FLOW',
) => buildSeries(claims, { interval, aggregation, overlap })
const points = (...args: Parameters<typeof series>) =>
  series(...args).points.map(({ start, value, method }) => [
    start.toISOString().slice(5, 10),
    value,
    method,
  ])

describe('a FLOW', () => {
  test('has a point for each claimant and time, reprints counted in it', () => {
    const claims = [
      makeClaim(1, 635, { period: onDay(23), articleIds: [7, 8, 9] }),
      makeClaim(2, 600, { period: onDay(23), claimant: '#2' }),
      makeClaim(3, 131, { period: onDay(24) }),
    ]
    expect(series(claims, 'DAY').points).toMatchObject([
      { value: 635, minValue: 635, maxValue: 635, articleCount: 3, method: 'REPORTED' },
      { value: 600, articleCount: 1 },
      { value: 131 },
    ])
  })

  test('adds up separate days of one claimant by week and month', () => {
    const claims = [15, 21, 22].map((day) => makeClaim(day, day, { period: onDay(day) }))
    expect(points(claims, 'WEEK')).toEqual([
      ['12-15', 36, 'SUM'],
      ['12-22', 22, 'REPORTED'],
    ])
    expect(points(claims, 'MONTH')).toEqual([['12-01', 58, 'SUM']])
    expect(points(claims, 'AS_REPORTED')).toEqual([
      ['12-15', 15, 'REPORTED'],
      ['12-21', 21, 'REPORTED'],
      ['12-22', 22, 'REPORTED'],
    ])
  })

  test('adds up separate places, and refuses those that lie in each other or are not given', () => {
    const at = (...placeIds: number[]) => ({ period: onDay(23), placeIds })
    const kyiv = makeClaim(1, 4, at(11))
    expect(points([kyiv, makeClaim(2, 2, at(12))], 'DAY')).toEqual([['12-23', 6, 'SUM']])
    expect(() => series([kyiv, makeClaim(2, 6, at(10))], 'DAY')).toThrow(
      'The values of the DAY from 2025-12-23 cannot be added up: 4 (2025-12-23 to 2025-12-24, in 1 place(s)) and 6 (2025-12-23 to 2025-12-24, in 1 place(s)) overlap.',
    )
    expect(() => series([kyiv, makeClaim(2, 6, at())], 'DAY')).toThrow(/overlap/)
    expect(points([kyiv, makeClaim(2, 6, at())], 'AS_REPORTED')).toHaveLength(2)
  })

  test('refuses periods that overlap, and leaves out those longer than the interval', () => {
    const claims = [
      makeClaim(1, 412, { period: onDay(18) }),
      makeClaim(2, 4300, { period: december }),
    ]
    expect(() => series(claims, 'MONTH')).toThrow(/4300 .* and 412 .* overlap/)
    const { points: days, leftOut } = series(claims, 'DAY')
    expect([days.map(({ value }) => value), leftOut.map(({ id }) => id)]).toEqual([[412], [2]])
  })

  test('does not add up what nobody in particular says', () => {
    const nobody = { claimant: null, claimantId: null, isNamed: false }
    const claims = [
      makeClaim(1, 4, { ...nobody, period: onDay(23) }),
      makeClaim(2, 2, { ...nobody, period: onDay(24) }),
    ]
    expect(points(claims, 'MONTH')).toEqual([
      ['12-01', 4, 'REPORTED'],
      ['12-01', 2, 'REPORTED'],
    ])
  })

  test('in percent is a share, and takes the latest', () => {
    const claims = [52, 54].map((value, i) =>
      makeClaim(i, value, { unit: 'percent', period: onDay(20 + i) }),
    )
    expect(points(claims, 'MONTH')).toEqual([['12-01', 54, 'LATEST']])
  })
})

test('running totals, levels and shares take the latest value and are never added up', () => {
  const claims = [
    makeClaim(1, 176, { reported: 18 }),
    makeClaim(2, 219, { reported: 21 }),
    makeClaim(3, 37, { reported: 16 }),
  ]
  for (const aggregation of ['CUMULATIVE', 'STOCK', 'RATIO'] as const) {
    expect(points(claims, 'MONTH', aggregation)).toEqual([['12-01', 219, 'LATEST']])
  }
  const [point] = series(claims, 'MONTH', 'CUMULATIVE').points
  expect([point?.minValue, point?.maxValue, point?.claims.map(({ id }) => id)]).toEqual([
    37,
    219,
    [3, 1, 2],
  ])
})

test('a claimant that changes its number revises it; the point moves and keeps the trace', () => {
  const claims = [
    makeClaim(1, 635, { period: onDay(23) }),
    makeClaim(2, 653, { period: onDay(23), reported: 24 }),
  ]
  const [point, ...others] = series(claims, 'DAY').points
  expect(others).toEqual([])
  expect(point).toMatchObject({ value: 653, minValue: 653, maxValue: 653, articleCount: 1 })
  expect(point?.revised.map(({ value }) => value)).toEqual([635])
})

test('two numbers of one claimant at one time are a range, not a revision', () => {
  const claims = [makeClaim(1, 44, { period: onDay(20) }), makeClaim(2, 9, { period: onDay(20) })]
  expect(series(claims, 'DAY').points).toMatchObject([
    { value: null, minValue: 9, maxValue: 44, revised: [] },
  ])
})

test('a claim without a period stands at the day of its report', () => {
  const [point] = series([makeClaim(1, 5, { reported: 20 })], 'DAY').points
  expect([point?.start.toISOString(), point?.hasPeriod]).toEqual([
    '2025-12-20T00:00:00.000Z',
    false,
  ])
})
