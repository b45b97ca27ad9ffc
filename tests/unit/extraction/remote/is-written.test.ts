import { expect, test } from 'vitest'
import { isWritten } from '../../../../src/extraction/remote/is-written.ts'

test.each([
  [635, '635'],
  [1200, '1,200'],
  [3_200_000, '3.2 million'],
  [0.2, '1 in 5'],
  [20, '1 in 5'],
  [-4.5, '4.5'],
  [3, 'three'],
])('%d can be read from "%s"', (value, text) => {
  expect(isWritten(value, text)).toBe(true)
})

test.each([
  [6350, '635'],
  [636, '635'],
  [320_000, '3.2 million'],
  [0, '12'],
])('%d cannot be read from "%s"', (value, text) => {
  expect(isWritten(value, text)).toBe(false)
})
