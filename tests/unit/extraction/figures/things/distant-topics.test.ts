import { describe, test } from 'vitest'
import { type ExpectedFigure, expectFigures, type TextOptions } from '../expect-figures.ts'

/** What a number measures where its noun stands far from it: a line a case. */
const CASES: readonly (readonly [string, readonly ExpectedFigure[], TextOptions?])[] = [
  [
    'The death toll of the storm that struck before dawn on Friday rose to 58.',
    [{ value: 58, metric: 'people-killed', aggregation: 'CUMULATIVE', unit: 'people' }],
  ],
  [
    'The number of people who lost power after gales swept the coast rose to 41,000.',
    [{ value: 41_000, metric: 'people' }],
  ],
  ['Unemployment, which had fallen for months, rose to 6.1%.', [{ metric: 'unemployment' }]],
  ['Sales at shops that opened last year grew 4%.', [{ metric: 'sales-increased' }]],
  [
    'The number of dead has reached 58 and more than 300 people are hurt.',
    [
      { value: 58, metric: 'people-killed' },
      { value: 300, metric: 'people-injured', qualifier: 'MORE_THAN' },
    ],
  ],
  ['She put the number of injured at 1,250.', [{ value: 1250, metric: 'people-injured' }]],
  [
    'He put the number of people still missing at nearly 90.',
    [{ value: 90, metric: 'people-missing', qualifier: 'ABOUT' }],
  ],
  ['The number of those killed rose to 19.', [{ value: 19, metric: 'people-killed' }]],
  ['The number of homes destroyed rose to 300.', [{ value: 300, metric: 'homes-destroyed' }]],
  [
    'The bank expects gross domestic product to grow by 1.5% in 2026, after an estimated 1.1% in 2025.',
    [
      { value: 1.5, metric: 'gdp-increased' },
      { value: 1.1, metric: 'gdp-increased', qualifier: 'ABOUT' },
    ],
  ],
  ['Analysts had forecast revenue to reach $4bn.', [{ metric: 'revenue' }]],
  [
    'Food prices rose 4.4% in May, down from 5.1% in April.',
    [
      { value: 4.4, metric: 'food-prices-increased' },
      { value: 5.1, metric: 'food-prices-increased' },
    ],
  ],
  ['In two inner wards the share is less than 75%.', [{ value: 2 }, { metric: 'shares' }]],
  [
    'The rest went to six candidates, none of whom reached 5%.',
    [{ metric: 'candidates' }, { metric: 'candidates-share', unit: 'percent' }],
  ],
  ['Lind took 47.7% on Sunday.', [{ value: 47.7, metric: null }], { people: ['Lind'] }],
  ['Attendance was 62,000.', [{ value: 62_000, metric: 'attendance', unit: 'people' }]],
  [
    'Harbour hit by three drones, seven injured',
    [
      { exact: 'three drones', metric: 'drones' },
      { exact: 'seven injured', metric: 'people-injured' },
    ],
  ],
  [
    'Rents rose 3.2% to 268,000 kronur.',
    [{ metric: 'rents-increased' }, { unit: 'ISK', metric: 'rents' }],
  ],
]

describe('what a number measures from a distance', () => {
  for (const [text, figures, options] of CASES) {
    test(text, () => expectFigures(text, figures, options))
  }
})

/** Numbers that are read with what stands around them. */
const READINGS: readonly (readonly [string, readonly ExpectedFigure[], TextOptions?])[] = [
  [
    'The town has recorded 112 cases, a rate of 23.3 cases per 100,000 people.',
    [
      { value: 112, metric: 'cases', unit: 'cases' },
      {
        value: 23.3,
        exact: '23.3 cases per 100,000 people',
        unit: 'cases per 100,000 people',
        metric: 'cases-rate',
        aggregation: 'RATIO',
      },
    ],
  ],
  [
    'Incidence rose to 45 per 100,000, from 31 per 100,000 a week earlier.',
    [
      { value: 45, unit: 'per 100,000', metric: 'incidence-rate' },
      { value: 31, unit: 'per 100,000', metric: 'incidence-rate' },
    ],
  ],
  ['The car uses 5 litres per 100 km.', [{ value: 5, unit: 'L per 100 km' }]],
  ['It was −6°C at noon.', [{ exact: '−6°C', value: -6, unit: 'Cel', valueText: '−6' }]],
  ['Growth was minus 0.3% in May.', [{ value: -0.3, metric: 'growth', exact: 'minus 0.3%' }]],
  ['Growth was -0.3% in May.', [{ value: -0.3, metric: 'growth' }]],
  ['It gave no account of what was hit.', []],
  ['The decoys carry no warhead.', []],
  ['No soldier was killed.', [{ value: 0, metric: 'soldiers-killed' }]],
  [
    'The toll rose to 128, Ines Pohl, director of the agency, said at a briefing in Lind.',
    [{ value: 128, label: 'Ines Pohl', metric: 'people-killed' }],
    { people: ['Ines Pohl'], places: ['Lind'] },
  ],
]

describe('numbers with what stands around them', () => {
  for (const [text, figures, options] of READINGS) {
    test(text, () => expectFigures(text, figures, options))
  }
})
