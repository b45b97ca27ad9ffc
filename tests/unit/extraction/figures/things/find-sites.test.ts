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
  [
    'Tarn delivered 462,890 cars, 4,000 fewer than analysts had hoped.',
    [
      { value: 462_890, measure: 'cars' },
      { value: 4000, measure: 'cars' },
    ],
  ],
  [
    'The ferry carried 9,450 foot passengers.',
    [{ value: 9450, unit: 'foot passengers', measure: 'foot passengers' }],
  ],
  [
    'The bank approved a $750m loan and a $50m grant for railways.',
    [
      { value: 7.5e8, measure: 'loan' },
      { value: 5e7, measure: 'grant' },
    ],
  ],
  [
    'Rescuers said 11 of the injured needed operations; six have gone home.',
    [
      { value: 11, measure: 'injured', unit: 'injured' },
      { value: 6, measure: 'injured' },
    ],
  ],
  [
    'The virus killed 11 babies, compared with one in 2025.',
    [
      { value: 11, metric: 'babies-killed' },
      { value: 1, metric: 'babies-killed' },
    ],
  ],
  ['More than 200 of those who fell ill had eaten there.', [{ value: 200, unit: 'people' }]],
  [
    'The blast injured as many as 15 workers.',
    [{ value: 15, qualifier: 'AT_MOST', measure: 'workers' }],
  ],
  [
    'Their average size grew from 14 to 21 hectares.',
    [
      { value: 14, unit: 'har' },
      { value: 21, unit: 'har' },
    ],
  ],
  [
    'The number of users rose from 12 to 15 million.',
    [
      { value: 12e6, unit: 'users' },
      { value: 15e6, unit: 'users' },
    ],
  ],
  [
    'They vaccinated 1.2 million children under five.',
    [{ value: 1.2e6, metric: 'children-vaccinated' }],
  ],
]

describe('numbers with the thing they count', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
