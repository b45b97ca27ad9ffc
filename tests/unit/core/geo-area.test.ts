import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxAround, distanceKm } from '../../../src/core/geo-area.ts'

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('distances between towns are those of the map', () => {
  const kyiv = { latitude: 50.45, longitude: 30.523 }
  expect(distanceKm(kyiv, { latitude: 49.98, longitude: 36.253 })).toBeCloseTo(411, -1)
  expect(distanceKm(kyiv, kyiv)).toBe(0)
  expect(
    distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }),
  ).toBeCloseTo(111.2, 1)
  expect(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBeCloseTo(
    20015.1,
    1,
  )
})

test('every point within a circle is in the box around it, at the poles and the antimeridian too', () => {
  fc.assert(
    fc.property(point, point, (center, other) => {
      const km = distanceKm(center, other)
      const { south, north, west, east } = boxAround({ ...center, km })
      const { latitude, longitude } = other
      expect(latitude >= south && latitude <= north).toBe(true)
      expect(
        west <= east
          ? longitude >= west && longitude <= east
          : longitude >= west || longitude <= east,
      ).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a box around a small circle is small, and lies across the antimeridian where the circle does', () => {
  const box = boxAround({ latitude: 0, longitude: 179.9, km: 100 })
  expect([box.south, box.west, box.north, box.east].map((degrees) => degrees.toFixed(2))).toEqual([
    '-0.90',
    '179.00',
    '0.90',
    '-179.20',
  ])
})
