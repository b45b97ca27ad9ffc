import { describe, expect, test } from 'vitest'
import { findConflicts } from '../../../src/core/conflicts.ts'
import { makeClaim, onDay } from './make-claim.ts'

const other = { claimant: '#2', claimantId: 2 }

describe('claimants are in conflict', () => {
  test('when they give different numbers for one time; both are shown, with the spread', () => {
    const claims = [
      makeClaim(1, 653, { period: onDay(23), articleIds: [1, 2] }),
      makeClaim(2, 600, { ...other }),
      makeClaim(3, 131, { period: onDay(24), reported: 24 }),
    ]
    const [conflict, ...more] = findConflicts(claims)
    expect(more).toEqual([])
    expect(conflict?.sides.map(({ claimant, current }) => [claimant, current[0].value])).toEqual([
      ['#2', 600],
      ['#1', 653],
    ])
    expect(conflict?.spread).toEqual({ min: 600, max: 653, ratio: 653 / 600 })
    expect(conflict?.period).toEqual(onDay(23))
  })

  test('by their latest words', () => {
    const claims = [
      makeClaim(1, 37, { reported: 22 }),
      makeClaim(2, 71, { reported: 23 }),
      makeClaim(3, 71, { ...other, reported: 23 }),
    ]
    expect(findConflicts(claims)).toEqual([])
  })

  test('when their ranges do not meet', () => {
    const range = makeClaim(2, null, {
      ...other,
      minValue: 240,
      maxValue: 250,
      qualifier: 'BETWEEN',
    })
    expect(findConflicts([makeClaim(1, 219), range])[0]?.spread).toEqual({
      min: 219,
      max: 250,
      ratio: 250 / 219,
    })
    expect(findConflicts([makeClaim(1, 245), range])).toEqual([])
  })
})

describe('there is no conflict', () => {
  test('between "at least" or "about" and a number that fits', () => {
    expect(
      findConflicts([makeClaim(1, 4, { qualifier: 'AT_LEAST' }), makeClaim(2, 6, other)]),
    ).toEqual([])
    expect(
      findConflicts([makeClaim(1, 300, { qualifier: 'ABOUT' }), makeClaim(2, 312, other)]),
    ).toEqual([])
    expect(
      findConflicts([makeClaim(1, 300, { qualifier: 'ABOUT' }), makeClaim(2, 412, other)]),
    ).toHaveLength(1)
    expect(
      findConflicts([makeClaim(1, 7, { qualifier: 'AT_LEAST' }), makeClaim(2, 6, other)]),
    ).toHaveLength(1)
  })

  test('between different places, times, units, populations or metrics', () => {
    const claim = makeClaim(1, 4, { period: onDay(23), placeIds: [11] })
    const same = { ...other, period: onDay(23), placeIds: [11] }
    for (const change of [
      { placeIds: [12] },
      { period: onDay(22) },
      { unit: 'EUR' },
      { population: 'of those hurt' },
      { metricId: 2 },
    ]) {
      expect(findConflicts([claim, makeClaim(2, 5, { ...same, ...change })])).toEqual([])
    }
    expect(findConflicts([claim, makeClaim(2, 5, same)])).toHaveLength(1)
  })

  test("with a number in the articles' own voice", () => {
    const voice = makeClaim(2, 9, { claimant: null, claimantId: null, isNamed: false })
    expect(findConflicts([makeClaim(1, 4), voice])).toEqual([])
  })
})

test('claims without a place are kept apart where their articles have nothing in common', () => {
  const claims = [
    makeClaim(1, 3, { articleIds: [1] }),
    makeClaim(2, 4, { ...other, articleIds: [1] }),
    makeClaim(3, 219, { claimant: '#3', articleIds: [2] }),
    makeClaim(4, 240, { claimant: '#4', articleIds: [2, 3] }),
  ]
  const byArticle = findConflicts(claims, (a, b) =>
    a.articleIds.some((id) => b.articleIds.includes(id)),
  )
  expect(byArticle.map(({ spread }) => [spread.min, spread.max])).toEqual([
    [219, 240],
    [3, 4],
  ])
  expect(findConflicts(claims).map(({ spread }) => [spread.min, spread.max])).toEqual([[3, 240]])
})
