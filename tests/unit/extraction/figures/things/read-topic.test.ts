import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  [
    'Earnings per share came to $1.08.',
    [{ exact: '$1.08', measure: 'Earnings per share', metric: 'earnings-per-share' }],
  ],
  [
    'The bank left its benchmark rate in a range of 4.25% to 4.5%.',
    [{ minValue: 4.25, maxValue: 4.5, measure: 'benchmark rate', metric: 'benchmark-rates' }],
  ],
  [
    'He took bribes totalling $3 million from builders.',
    [{ exact: '$3 million', measure: 'bribes', metric: 'bribes' }],
  ],
  [
    'Sales of electric cars doubled to 64,300, while those of diesel cars fell 19% to 28,900.',
    [
      { exact: '64,300', measure: 'Sales of electric cars', unit: 'electric cars sales' },
      { exact: '19%', measure: 'diesel cars', metric: 'diesel-cars-decreased' },
      { exact: '28,900', measure: 'diesel cars', unit: 'diesel cars' },
    ],
  ],
  [
    'It will send 1,000 more troops, bringing the total to roughly 3,500.',
    [
      { exact: '1,000 more troops', value: 1000 },
      { exact: '3,500', measure: 'troops', unit: 'troops', metric: 'troops' },
    ],
  ],
  [
    'The glacier thinned by an average of 1.3 metres.',
    [{ exact: '1.3 metres', measure: 'glacier' }],
  ],
  ['Climate change made the rains 22% heavier.', [{ exact: '22%', measure: 'rains' }]],
  [
    'Parliament voted to raise the retirement age to 67.',
    [{ exact: '67', value: 67, measure: 'retirement age' }],
  ],
  ['The index closed at 4,302.5.', [{ exact: '4,302.5', measure: 'index', unit: 'indexes' }]],
]

describe('what a number measures from a distance', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
