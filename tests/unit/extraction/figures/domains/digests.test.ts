import { describe, test } from 'vitest'
import { type ExpectedFigure, expectFigures, type TextOptions } from '../expect-figures.ts'

/** What digests and agencies pack into one sentence: a line a case. */
const CASES: readonly (readonly [string, readonly ExpectedFigure[], TextOptions?])[] = [
  [
    'Russian forces attacked Ukraine with 112 drones and two ballistic missiles overnight.',
    [
      { exact: '112 drones', metric: 'drones-launched' },
      { exact: 'two ballistic missiles', metric: 'ballistic-missiles-launched' },
    ],
  ],
  [
    'The attack involved more than 500 drones and 40 missiles.',
    [
      { value: 500, qualifier: 'MORE_THAN', metric: 'drones-launched' },
      { value: 40, metric: 'missiles-launched' },
    ],
  ],
  [
    'Air defence shot down or suppressed 89 of the drones.',
    [{ value: 89, metric: 'drones-intercepted' }],
  ],
  [
    'The ministry said it had intercepted 77 drones over six regions, among them 30 over Kursk and 14 over the Black Sea.',
    [
      { value: 77, metric: 'drones-intercepted', places: [] },
      { value: 6, metric: 'regions' },
      { value: 30, metric: 'drones-intercepted', places: ['Kursk'], partOf: 0 },
      { value: 14, metric: 'drones-intercepted', places: ['Black Sea'] },
    ],
    { places: ['Kursk', 'Black Sea'] },
  ],
  [
    'Of 68 drones launched, 39 were shot down and 29 went off course.',
    [
      { value: 68, metric: 'drones-launched' },
      { value: 39, metric: 'drones-intercepted', partOf: 0 },
      { value: 29, metric: 'drones', partOf: 0 },
    ],
  ],
  [
    'Russia launched 479 drones, of which 460 were destroyed.',
    [
      { value: 479, metric: 'drones-launched' },
      { value: 460, metric: 'drones-intercepted' },
    ],
  ],
  [
    'It downed 71 out of 96 drones and one of two cruise missiles launched by Russia.',
    [
      { value: 71, metric: 'drones-intercepted', partOf: 1 },
      { value: 96, metric: 'drones-launched' },
      { value: 1, metric: 'cruise-missiles-intercepted', partOf: 3 },
      { value: 2, metric: 'cruise-missiles-launched' },
    ],
  ],
  [
    'The general staff put losses over the past day at 1,180 personnel and eight tanks.',
    [
      { value: 1180, metric: 'personnel-lost', label: 'general staff' },
      { value: 8, metric: 'tanks-lost' },
    ],
  ],
  [
    'Total losses since February 2022 now exceed 890,000.',
    [{ value: 890000, qualifier: 'MORE_THAN', metric: 'total-losses' }],
  ],
  [
    'Inflation slows to 2.4% as energy prices retreat.',
    [{ value: 2.4, unit: 'percent', metric: 'inflation' }],
  ],
  [
    'German inflation eased to 2.4% from 2.7%.',
    [
      { value: 2.4, metric: 'inflation' },
      { value: 2.7, metric: 'inflation' },
    ],
  ],
  ['Analysts polled had expected 2.5%.', [{ value: 2.5, metric: null }]],
  [
    'Exports rose 8.3 percent, beating expectations for 6.5 percent.',
    [
      { value: 8.3, metric: 'exports-increased' },
      { value: 6.5, metric: 'exports' },
    ],
  ],
  [
    'Unemployment rose by 17,000 to 2.98 million.',
    [
      { value: 17000, metric: 'unemployment-increased' },
      { value: 2980000, metric: 'unemployment' },
    ],
  ],
  [
    'Revenue climbed 6% year on year to 19.8 billion euros.',
    [
      { exact: '6%', metric: 'revenue-increased' },
      { value: 19800000000, unit: 'EUR', metric: 'revenue' },
    ],
  ],
  [
    'Retail sales dipped 0.2 per cent month-on-month.',
    [{ exact: '0.2 per cent', metric: 'retail-sales-decreased' }],
  ],
  [
    'The company proposed a dividend of 5.20 euros per share, up from 4.70.',
    [
      { value: 5.2, unit: 'EUR', metric: 'dividends' },
      { value: 4.7, unit: 'EUR', metric: 'dividends' },
    ],
  ],
  [
    'Core inflation stayed at 2.8 percent, half a percentage point above the forecast.',
    [
      { value: 2.8, unit: 'percent' },
      { value: 0.5, unit: 'percentage points', valueText: 'half a percentage point' },
    ],
  ],
  [
    'The bank cut rates by a quarter-point.',
    [{ value: 0.25, unit: 'percentage points', metric: 'rates-decreased' }],
  ],
  [
    'Rents have doubled in five years and now average 1,450 euros a month.',
    [{ value: 1450, unit: 'EUR', metric: 'rents' }],
  ],
  [
    'Brent futures rose 71 cents, or 1.1%, to $65.20 a barrel.',
    [
      { value: 71, unit: 'cents', metric: 'brent-futures-increased' },
      { value: 1.1, unit: 'percent' },
      { value: 65.2, unit: 'USD', metric: 'brent-futures' },
    ],
  ],
  [
    'The firm delivered 497,099 vehicles, beating the 443,919 analysts had forecast.',
    [
      { value: 497099, metric: 'vehicles-delivered' },
      { value: 443919, unit: 'vehicles', metric: 'vehicles' },
    ],
  ],
  [
    'The airline carried 19.9m passengers, 3% more than a year ago.',
    [
      { value: 19900000, metric: 'passengers-carried' },
      { value: 3, metric: 'passengers-increased' },
    ],
  ],
  ['The court fined him 2.4m cedis.', [{ value: 2400000, unit: 'GHS', metric: 'money-fined' }]],
  ['He was ordered to pay back £4.2m.', [{ value: 4200000, unit: 'GBP', metric: 'money-paid' }]],
  [
    'Four accomplices were given terms of between five and nine years.',
    [{ value: 4 }, { minValue: 5, maxValue: 9, unit: 'a', metric: 'terms' }],
  ],
  [
    'Temperatures hit 47.1 degrees Celsius.',
    [{ value: 47.1, unit: 'Cel', metric: 'temperatures' }],
  ],
  [
    'Carbon dioxide levels reached 430 parts per million.',
    [{ exact: '430 parts per million', unit: '[ppm]', metric: 'carbon-dioxide-levels' }],
  ],
  [
    'In Bogo, a town of 90,000, 30 people died.',
    [
      { value: 90000, unit: 'people', metric: 'population' },
      { value: 30, metric: 'people-killed' },
    ],
  ],
  [
    'New Mexico has 71 cases; Oklahoma has 14, of which 11 are confirmed.',
    [
      { value: 71, metric: 'cases', places: ['New Mexico'] },
      { value: 14, metric: 'cases', places: ['Oklahoma'] },
      { value: 11, metric: 'cases', places: ['Oklahoma'], partOf: 1 },
    ],
    { places: ['New Mexico', 'Oklahoma'] },
  ],
  [
    'The WHO put the number of suspected cholera cases in the country at 99,700.',
    [{ value: 99700, metric: 'cholera-cases', claimant: 'WHO' }],
    { organizations: ['WHO'] },
  ],
  [
    'At least 12 people died, according to the Hamas-run health ministry.',
    [{ value: 12, label: 'Hamas-run health ministry', claimant: null }],
    { organizations: ['Hamas'] },
  ],
  [
    'Some 1.9 million people (about 90% of the population) are displaced.',
    [{ value: 1900000, metric: 'people-displaced' }, { value: 90 }],
  ],
  [
    'One in five adults reported symptoms, a survey of 12,400 households found.',
    [
      { value: 0.2, unit: 'ratio', label: 'survey of 12,400 households' },
      { value: 12400, metric: 'households' },
    ],
  ],
  [
    'The flood killed 101 people and forced 2.5 million from their homes.',
    [
      { value: 101, metric: 'people-killed' },
      { value: 2500000, metric: 'people-displaced' },
    ],
  ],
  [
    'The ferry, with 156 on board, sank within minutes; 83 survived.',
    [
      { value: 156, unit: 'people', metric: 'people' },
      { value: 83, unit: 'people', metric: 'people-survived' },
    ],
  ],
  [
    'Two people were shot dead in the north.',
    [{ exact: 'Two people were shot dead', metric: 'people-killed' }],
  ],
  ['Three of the dead were children.', [{ value: 3, metric: 'people-killed' }]],
  ['Some 40,000 polling stations opened.', [{ value: 40000, unit: 'polling stations' }]],
  [
    'The coalition lost 12 seats; the opposition gained nine.',
    [
      { value: 12, metric: 'seats-lost' },
      { value: 9, unit: 'seats' },
    ],
  ],
  [
    'At least a dozen houses were swept away.',
    [{ value: 12, qualifier: 'AT_LEAST', metric: 'houses-destroyed' }],
  ],
  [
    'Troops advanced up to 4 kilometres.',
    [{ value: 4, unit: 'km', qualifier: 'AT_MOST', metric: 'distance' }],
  ],
  [
    'In the attack about 1,200 people were killed and 251 taken hostage.',
    [
      { value: 1200, metric: 'people-killed' },
      { value: 251, unit: 'people', metric: 'people-kidnapped' },
    ],
  ],
  [
    'Nine out of ten households lack clean water.',
    [{ exact: 'Nine out of ten households', value: 0.9, metric: 'households-share' }],
  ],
  [
    'The town of about 15,000 lies 125 km to the north.',
    [
      { value: 15000, unit: 'people', metric: 'population' },
      { value: 125, unit: 'km' },
    ],
  ],
  [
    'Some 450,000 were left without shelter after 90 camps were destroyed.',
    [
      { value: 450000, unit: 'people', metric: 'people-displaced' },
      { value: 90, metric: 'camps-destroyed' },
    ],
  ],
  [
    'A woman and two boys aged seven and nine were found dead.',
    [{ value: 2, metric: 'boys-killed' }],
  ],
  [
    'The UN says 1.9 million people - about 90% of the population - are displaced.',
    [{ value: 1900000, metric: 'people-displaced' }, { value: 90 }],
  ],
  [
    'Spain recorded 1,180 deaths, up from 114.',
    [
      { value: 1180, kind: 'ARTICLE_VOICE', places: ['Spain'] },
      { value: 114, places: ['Spain'] },
    ],
    { places: ['Spain'] },
  ],
  [
    'Russia had launched 412 drones overnight.',
    [{ value: 412, metric: 'drones-launched', places: [] }],
    { places: ['Russia'] },
  ],
  ['They won 4-3 in front of 58,000.', [{ unit: 'score' }, { value: 58000, metric: 'crowds' }]],
]

describe('figures of digests', () => {
  for (const [text, expected, options] of CASES) {
    test(text, () => expectFigures(text, expected, options))
  }

  test('a share at the end of a headline belongs to the noun before it', () => {
    const figure = { value: 60.9, unit: 'percent', metric: 'turnout' }
    expectFigures('', [figure], { headline: 'Opposition wins landslide; turnout 60.9%' })
  })
})
