import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures, type TextOptions } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[], TextOptions])[] = [
  [
    'The ministry reported 1,254 new cases and 23 deaths in the past 24 hours.',
    [
      {
        exact: '1,254 new cases',
        value: 1254,
        qualifier: 'EXACT',
        unit: 'cases',
        measure: 'new cases',
        metric: 'cases',
        aggregation: 'FLOW',
        period: 'HOUR 2025-12-23/2025-12-24',
        label: 'ministry',
      },
      {
        exact: '23 deaths',
        value: 23,
        qualifier: 'EXACT',
        unit: 'deaths',
        measure: 'deaths',
        metric: 'people-killed',
        aggregation: 'FLOW',
        period: 'HOUR 2025-12-23/2025-12-24',
        label: 'ministry',
      },
    ],
    { publishedAt: '2025-12-24T09:00:00Z' },
  ],
  [
    'Health officials have confirmed 14 cases of cholera, nine of them in children.',
    [
      {
        exact: '14 cases of cholera',
        value: 14,
        qualifier: 'EXACT',
        unit: 'cases',
        measure: 'cases of cholera',
        metric: 'cholera-cases',
        aggregation: 'FLOW',
        label: 'Health officials',
      },
      {
        exact: 'nine',
        value: 9,
        qualifier: 'EXACT',
        unit: 'cases',
        measure: 'cases of cholera',
        metric: 'cholera-cases',
        aggregation: 'FLOW',
        label: 'Health officials',
        partOf: 0,
      },
    ],
    {},
  ],
  [
    'About 70% of adults have been vaccinated against measles in Norland.',
    [
      {
        exact: '70% of adults have been vaccinated',
        value: 70,
        qualifier: 'ABOUT',
        unit: 'percent',
        measure: 'adults',
        metric: 'adults-vaccinated-share',
        aggregation: 'RATIO',
        places: ['Norland'],
        label: null,
      },
    ],
    { places: ['Norland'] },
  ],
  [
    'Hospitals admitted 320 patients with flu last week, up from 250 the week before.',
    [
      {
        exact: '320 patients',
        value: 320,
        qualifier: 'EXACT',
        unit: 'patients',
        measure: 'patients',
        metric: 'patients',
        aggregation: 'FLOW',
        period: 'WEEK 2025-12-15/2025-12-22',
        label: null,
      },
      {
        exact: '250',
        value: 250,
        qualifier: 'EXACT',
        unit: 'patients',
        measure: 'patients',
        metric: 'patients',
        aggregation: 'FLOW',
        period: null,
        label: null,
      },
    ],
    { publishedAt: '2025-12-24T09:00:00Z' },
  ],
  [
    'The drug reduced deaths by 30% compared with a placebo.',
    [
      {
        exact: '30%',
        value: 30,
        qualifier: 'EXACT',
        unit: 'percent',
        measure: 'deaths',
        metric: 'deaths-decreased',
        aggregation: 'RATIO',
        label: null,
      },
    ],
    {},
  ],
  [
    'One in five children is overweight.',
    [
      {
        exact: 'One in five children',
        value: 0.2,
        qualifier: 'EXACT',
        unit: 'ratio',
        measure: 'children',
        metric: 'children-share',
        aggregation: 'RATIO',
        label: null,
      },
    ],
    {},
  ],
  [
    'Of 1,200 patients tested, 85 were positive for the virus.',
    [
      {
        exact: '1,200 patients',
        value: 1200,
        qualifier: 'EXACT',
        unit: 'patients',
        measure: 'patients',
        metric: 'patients',
        aggregation: 'FLOW',
        label: null,
      },
      {
        exact: '85',
        value: 85,
        qualifier: 'EXACT',
        unit: 'patients',
        measure: 'patients',
        metric: 'patients',
        aggregation: 'FLOW',
        label: null,
        partOf: 0,
      },
    ],
    {},
  ],
  [
    'The vaccine is 95% effective, the study found.',
    [
      {
        exact: '95%',
        value: 95,
        qualifier: 'EXACT',
        unit: 'percent',
        measure: 'vaccine',
        metric: 'vaccines',
        aggregation: 'RATIO',
        label: 'study',
      },
    ],
    {},
  ],
  [
    'A quarter of the nurses have left.',
    [
      {
        exact: 'A quarter of the nurses',
        value: 0.25,
        qualifier: 'EXACT',
        unit: 'ratio',
        measure: 'nurses',
        metric: 'nurses-share',
        aggregation: 'RATIO',
        label: null,
      },
    ],
    {},
  ],
  [
    'The clinic treated 64 people and sent home a dozen.',
    [
      {
        exact: '64 people',
        value: 64,
        qualifier: 'EXACT',
        unit: 'people',
        measure: 'people',
        metric: 'people-treated',
        aggregation: 'FLOW',
        label: null,
      },
    ],
    {},
  ],
  [
    'The temperature reached 41.3°C in Port Lind.',
    [
      {
        exact: '41.3°C',
        value: 41.3,
        qualifier: 'EXACT',
        unit: 'Cel',
        measure: 'temperature',
        metric: 'temperature',
        aggregation: 'FLOW',
        places: ['Port Lind'],
        label: null,
      },
    ],
    { places: ['Port Lind'] },
  ],
  [
    'Nearly half of the wards were closed.',
    [
      {
        exact: 'half of the wards were closed',
        value: 0.5,
        qualifier: 'ABOUT',
        unit: 'ratio',
        measure: 'wards',
        metric: 'wards-closed-share',
        aggregation: 'RATIO',
        label: null,
      },
    ],
    {},
  ],
]

describe('figures of health', () => {
  it.each(CASES)('%s', (text, expected, options) => expectFigures(text, expected, options))
})
