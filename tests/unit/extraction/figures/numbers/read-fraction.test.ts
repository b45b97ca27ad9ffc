import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  [
    'One child in twelve is underweight.',
    [{ exact: 'One child in twelve', value: 1 / 12, unit: 'ratio', measure: 'child' }],
  ],
  [
    'Just 1 in 250 applicants gets a visa.',
    [{ exact: '1 in 250 applicants', value: 0.004, measure: 'applicants' }],
  ],
  [
    'Half of the clinics have no power and a third lack medicine.',
    [
      { exact: 'Half of the clinics', value: 0.5 },
      { exact: 'a third', value: 1 / 3, measure: 'clinics' },
    ],
  ],
  ['Two miners were killed and a third was hurt.', [{ exact: 'Two miners were killed', value: 2 }]],
  [
    'Rainfall of 187 mm, almost a third of the annual average, was measured.',
    [
      { exact: '187 mm', measure: 'Rainfall' },
      { exact: 'a third', value: 1 / 3, measure: 'Rainfall', metric: 'rainfall-share' },
    ],
  ],
]

describe('shares in words', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
