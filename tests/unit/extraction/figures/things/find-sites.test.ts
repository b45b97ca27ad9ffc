import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  [
    'The two parties won five and three seats.',
    [
      { value: 5, measure: 'seats', metric: 'seats-won' },
      { value: 3, measure: 'seats', metric: 'seats-won' },
    ],
  ],
  [
    'The list won 24 seats. The remaining four went to independents.',
    [
      { value: 24, measure: 'seats' },
      { value: 4, measure: 'seats' },
    ],
  ],
  [
    'The plants, two in Poland and one in Wales, employ 1,350 people.',
    [
      { value: 2, measure: 'plants' },
      { value: 1, measure: 'plants' },
      { value: 1350, measure: 'people' },
    ],
  ],
  [
    'The army said it had struck "around 30" militants.',
    [{ value: 30, qualifier: 'ABOUT', measure: 'militants', kind: 'COLLECTIVE', label: 'army' }],
  ],
  ['Twelve of my neighbours are gone.', [{ value: 12, measure: 'neighbours' }]],
  ['Some 20-odd boats were burned.', [{ value: 20, qualifier: 'ABOUT', measure: 'boats' }]],
  [
    'It carried 24 sailors, 19 of them Filipino.',
    [
      { value: 24, measure: 'sailors' },
      { value: 19, measure: 'sailors' },
    ],
  ],
  [
    'Fourteen ministers have resigned; two face trial.',
    [
      { value: 14, measure: 'ministers' },
      { value: 2, measure: 'ministers' },
    ],
  ],
  [
    'Nearly half the 4,300 patients had waited, and a further 12 percent had paid.',
    [
      { value: 0.5, qualifier: 'ABOUT', measure: 'patients' },
      { value: 4300, measure: 'patients' },
      { value: 12, measure: 'patients' },
    ],
  ],
]

describe('numbers with the thing they count', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
