import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  ['It paid Sh4.1 million to herders.', [{ exact: 'Sh4.1 million', value: 4.1e6, unit: 'KES' }]],
  ['It spent R2.3 billion on rail.', [{ exact: 'R2.3 billion', value: 2.3e9, unit: 'ZAR' }]],
  ['It spent N450 million on rail.', [{ exact: 'N450 million', value: 4.5e8, unit: 'NGN' }]],
  ['It cost P12,500 a month.', [{ exact: 'P12,500', value: 12_500, unit: 'PHP' }]],
  ['The shares closed at 182p on Monday.', [{ exact: '182p', value: 182, unit: 'pence' }]],
  ['They kept a target price of 210p.', [{ exact: '210p', value: 210, unit: 'pence' }]],
  ['The film is shown in 1080p.', []],
  [
    'Customers withdrew 4.6 trillion won in May.',
    [{ exact: '4.6 trillion won', value: 4.6e12, unit: 'KRW' }],
  ],
  [
    'The plant made 1.4 terawatt-hours in May.',
    [{ exact: '1.4 terawatt-hours', value: 1.4, unit: 'TW.h' }],
  ],
]

describe('amounts with their currency', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))

  it('reads a sign that the name passes take for a name', () => {
    expectFigures(
      'The stock traded at A$3.26 in Sydney.',
      [{ exact: 'A$3.26', value: 3.26, unit: 'AUD', measure: 'stock' }],
      { organizations: ['A$'] },
    )
  })
})
