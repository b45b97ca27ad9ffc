import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionPoint } from '../../../src/core/partition-point.ts'

test('the first index behind all smaller items, as counting one by one finds it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(20), (numbers, limit) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      const counted = sorted.filter((number) => number < limit).length
      expect(partitionPoint(0, sorted.length, (i) => (sorted[i] ?? 0) < limit)).toBe(counted)
    }),
  )
  expect(partitionPoint(3, 3, () => true)).toBe(3)
})
