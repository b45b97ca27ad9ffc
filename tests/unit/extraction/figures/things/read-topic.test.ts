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
  [
    'The report listed 52 executions, a 40 per cent increase on 2024.',
    [
      { exact: '52 executions', value: 52 },
      { exact: '40 per cent increase', measure: 'executions' },
    ],
  ],
  [
    'By the end of the century sea levels could be 0.6 to 1.1 metres higher.',
    [{ exact: '0.6 to 1.1 metres', measure: 'sea levels' }],
  ],
  [
    'The deficit ballooned to 7.1 percent of GDP.',
    [{ exact: '7.1 percent of GDP', measure: 'deficit' }],
  ],
  [
    'Valmora raised $215 million by selling 12.6 million shares at $17 apiece.',
    [
      { exact: '$215 million', value: 2.15e8 },
      { exact: '12.6 million shares', measure: 'shares' },
      { exact: '$17', value: 17, measure: 'shares' },
    ],
  ],
  [
    'Shipping emitted 1,076 megatonnes of CO2.',
    [{ exact: '1,076 megatonnes of CO2', unit: 'Mt', measure: 'CO2' }],
  ],
  ['Patients had waited longer than 18 weeks.', [{ exact: '18 weeks', qualifier: 'MORE_THAN' }]],
  [
    'Core inflation accelerated to an annual 11.4% in August.',
    [{ exact: '11.4%', measure: 'Core inflation' }],
  ],
  [
    'At $94,000, a kidney transplant costs a quarter of what Americans pay.',
    [
      { exact: '$94,000', measure: 'kidney transplant' },
      { exact: 'a quarter', measure: 'kidney transplant' },
    ],
  ],
  [
    'It recorded gusts of 174 kph and a storm surge of four metres.',
    [
      { exact: '174 kph', measure: 'gusts' },
      { exact: 'four metres', measure: 'storm surge', metric: 'storm-surges' },
    ],
  ],
  [
    'Losses narrowed from 23.4% of power purchased to 22.1%.',
    [
      { exact: '23.4% of power', measure: 'Losses' },
      { exact: '22.1%', measure: 'Losses' },
    ],
  ],
  [
    'Exports fell, with Norda accounting for 20 per cent.',
    [{ exact: '20 per cent', measure: 'Norda' }],
  ],
  [
    'In all 612 civilians died in attacks in Borno, a third more than in 2025.',
    [
      { exact: '612 civilians died', metric: 'civilians-killed' },
      { exact: 'a third', measure: 'civilians' },
    ],
  ],
  [
    'They need $5 billion for interceptor drones.',
    [{ exact: '$5 billion', measure: 'interceptor drones' }],
  ],
  [
    'Snow up to 90 centimetres deep cut off two hamlets.',
    [
      { exact: '90 centimetres', qualifier: 'AT_MOST', measure: 'Snow' },
      { exact: 'two hamlets', value: 2 },
    ],
  ],
  [
    'The order book swelled by a fifth to SEK 418 billion.',
    [
      { exact: 'a fifth', measure: 'order book' },
      { exact: 'SEK 418 billion', measure: 'order book' },
    ],
  ],
  ['Prices have gone up 40 per cent.', [{ exact: '40 per cent', measure: 'Prices' }]],
  ['New homes made up 22.6 per cent.', [{ exact: '22.6 per cent', measure: 'New homes' }]],
  [
    'In all 4,412 flats were sold to households, 7.5 per cent fewer than in May.',
    [
      { exact: '4,412 flats were sold', value: 4412 },
      { exact: '7.5 per cent', measure: 'flats' },
    ],
  ],
  [
    'Waves of up to 3.5 metres hampered the search.',
    [{ exact: '3.5 metres', qualifier: 'AT_MOST', measure: 'Waves' }],
  ],
  [
    'Tuvalu, population 9,600, has one airport.',
    [{ value: 9600, unit: 'people', metric: 'population' }],
  ],
  [
    'The share of adults who smoke has fallen below 10 percent.',
    [{ value: 10, qualifier: 'LESS_THAN', measure: 'share of adults' }],
  ],
]

describe('what a number measures from a distance', () => {
  it.each(CASES)('%s', (text, expected) => expectFigures(text, expected))
})
