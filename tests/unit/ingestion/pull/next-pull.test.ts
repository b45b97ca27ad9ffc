import { expect, test } from 'vitest'
import { nextPull } from '../../../../src/ingestion/pull/next-pull.ts'

const now = new Date('2025-12-24T12:00:00Z')
const minutesUntil = (minutes: number, failures: number, random: number) =>
  (nextPull({ now, minutes, failures, random }).getTime() - now.getTime()) / 60_000

test('a source is asked after its interval, a tenth more or less', () => {
  expect([0, 0.5, 1].map((random) => minutesUntil(30, 0, random))).toEqual([27, 30, 33])
})

test('each failure in a row doubles the pause, up to a day', () => {
  expect([1, 2, 3, 6, 100].map((failures) => minutesUntil(30, failures, 0.5))).toEqual([
    60, 120, 240, 1440, 1440,
  ])
})

test('an interval of more than a day is never shortened by a failure', () => {
  expect(minutesUntil(10_080, 3, 0.5)).toBe(10_080)
})
