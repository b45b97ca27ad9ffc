import { describe, it } from 'vitest'
import { type ExpectedFigure, expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, readonly ExpectedFigure[]])[] = [
  [
    'Governor Tarn later raised the toll to eight.',
    [{ value: 8, metric: 'people-killed', kind: 'NAMED', label: 'Tarn' }],
  ],
  [
    'Residents gave a higher death toll of 23.',
    [{ value: 23, metric: 'people-killed', kind: 'COLLECTIVE', label: 'Residents' }],
  ],
  ['The bank raised its main rate to 5%.', [{ value: 5, kind: 'ARTICLE_VOICE' }]],
  [
    'Output fell by 4%, provisional figures from the ministry suggest.',
    [{ value: 4, kind: 'COLLECTIVE', label: 'provisional figures from the ministry' }],
  ],
  [
    'Sales rose 0.1%; economists had forecast a 0.3% rise.',
    [
      { value: 0.1, kind: 'ARTICLE_VOICE' },
      { value: 0.3, kind: 'COLLECTIVE', label: 'economists' },
    ],
  ],
  [
    'The agency forecasts growth of 2 percent, half a point below its spring estimate.',
    [
      { value: 2, measure: 'growth', label: 'agency' },
      { value: 0.5, unit: 'percentage points', label: 'agency' },
    ],
  ],
  [
    'Tarn reckons the crop will be down by a tenth.',
    [{ value: 0.1, measure: 'crop', kind: 'NAMED', label: 'Tarn' }],
  ],
  [
    'Last year 612 civilians died, figures compiled by the Lagos-based firm Norda show.',
    [{ value: 612, kind: 'NAMED', label: 'Norda' }],
  ],
  [
    'A whopping 88 pc of voters said they were content; just 4 pc were opposed.',
    [
      { value: 88, measure: 'voters', kind: 'ARTICLE_VOICE' },
      { value: 4, measure: 'voters', kind: 'ARTICLE_VOICE' },
    ],
  ],
  [
    '"Three of our ambulances were hit. Nine medics died," Tarn told reporters.',
    [
      { value: 3, kind: 'NAMED', label: 'Tarn' },
      { value: 9, kind: 'NAMED', label: 'Tarn' },
    ],
  ],
  [
    '"Prices have gone up 40 per cent," complained Tarn.',
    [{ value: 40, kind: 'NAMED', label: 'Tarn' }],
  ],
  [
    'The army disputed the report and said it had killed 12 rebels.',
    [{ value: 12, kind: 'COLLECTIVE', label: 'army' }],
  ],
  [
    'Three of the 27 member states, Borland among them, have signed.',
    [
      { value: 3, kind: 'ARTICLE_VOICE' },
      { value: 27, kind: 'ARTICLE_VOICE' },
    ],
  ],
  [
    'Prosecutors accuse the pair of laundering $33 million.',
    [{ value: 33e6, kind: 'COLLECTIVE', label: 'Prosecutors' }],
  ],
]

describe('verbs by which somebody gives a number', () => {
  it.each(CASES)('%s', (text, expected) =>
    expectFigures(text, expected, { people: ['Tarn'], organizations: ['Norda'] }),
  )
})
