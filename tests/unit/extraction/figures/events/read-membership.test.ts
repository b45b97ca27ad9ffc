import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  ['Among the dead were 14 schoolchildren.', [{ value: 14, metric: 'schoolchildren-killed' }]],
  ['The injured included two nurses.', [{ value: 2, metric: 'nurses-injured' }]],
  ['Among those arrested were at least 30 students.', [{ value: 30, metric: 'students-arrested' }]],
]

describe('members of a group that its state names', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
