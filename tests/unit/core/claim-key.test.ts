import { describe, expect, test } from 'vitest'
import { type ClaimableFigure, claimKey } from '../../../src/core/claim-key.ts'
import { comparableUnit } from '../../../src/core/comparable-unit.ts'

const figure: ClaimableFigure = {
  metricId: 7,
  value: 635,
  minValue: null,
  maxValue: null,
  qualifier: 'EXACT',
  unit: 'drones',
  population: null,
  placeIds: [3, 5],
  attributionKind: 'NAMED',
  claimantId: 12,
  attributionKey: 'ukrainian air force',
}
const same = (change: Partial<ClaimableFigure>) =>
  claimKey({ ...figure, ...change }) === claimKey(figure)

describe('two figures make one claim', () => {
  test('whatever the order of places, the words for the claimant and for the thing counted', () => {
    expect(same({ placeIds: [5, 3, 5] })).toBe(true)
    expect(same({ attributionKey: 'air force', attributionKind: 'COLLECTIVE' })).toBe(true)
    expect(same({ unit: 'UAVs' })).toBe(true)
  })

  test('when one says "about": a rounded reprint is a reprint', () => {
    expect(same({ qualifier: 'ABOUT' })).toBe(true)
    expect(same({ qualifier: 'AT_LEAST' })).toBe(false)
    const atLeast = claimKey({ ...figure, qualifier: 'AT_LEAST' })
    expect(claimKey({ ...figure, qualifier: 'MORE_THAN' })).toBe(atLeast)
    expect(claimKey({ ...figure, qualifier: 'AT_MOST' })).not.toBe(atLeast)
  })

  test('but not with another value, metric, place, population, claimant or currency', () => {
    expect(same({ value: 653 })).toBe(false)
    expect(same({ metricId: 8 })).toBe(false)
    expect(same({ placeIds: [3] })).toBe(false)
    expect(same({ population: 'of those launched' })).toBe(false)
    expect(same({ claimantId: 13 })).toBe(false)
    expect(same({ unit: 'EUR' })).toBe(false)
  })

  test('in the voice of whichever article', () => {
    const unattributed = { attributionKind: 'ARTICLE_VOICE', claimantId: null } as const
    expect(claimKey({ ...figure, ...unattributed, attributionKey: null })).toBe(
      claimKey({ ...figure, ...unattributed }),
    )
  })
})

test('without a metric or any number there is no claim', () => {
  expect(claimKey({ ...figure, metricId: null })).toBeNull()
  expect(claimKey({ ...figure, value: null })).toBeNull()
  expect(claimKey({ ...figure, value: null, minValue: 100 })).toEqual(expect.any(String))
  expect(claimKey({ ...figure, value: 0 })).toEqual(expect.any(String))
})

test('currencies, shares and measures are units; counted nouns are not', () => {
  for (const unit of ['EUR', 'percent', 'basis points', 'km', 'm2', '[mi_i]', 'har', 'GHz', 't']) {
    expect(comparableUnit(unit)).toBe(unit)
  }
  for (const noun of ['drones', 'UAVs', 'men', 'traffic police officers', "shareholders' votes"]) {
    expect(comparableUnit(noun)).toBeNull()
  }
})
