import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

const AT = { publishedAt: '2025-12-24T09:00:00Z' }
const TUESDAY = 'DAY 2025-12-23/2025-12-24'

describe('when it happened', () => {
  it.each([
    ['Nine men died on Tuesday.', TUESDAY],
    ['On Tuesday nine men died.', TUESDAY],
    ['Nine men died, police said on Tuesday.', null],
    ['On Tuesday police said nine men died.', null],
    ['Police said on Tuesday nine men died.', null],
    ['Nine men died in the worst fire since 2019.', null],
    ['Nine men died in the October 7 attack.', null],
    ['Nine men have died since 2019.', 'YEAR 2019-01-01/2025-12-25'],
    ['It recalls 2013, when nine men died.', 'YEAR 2013-01-01/2014-01-01'],
    ['Nine men died.', null],
  ])('%s', (text, period) => expectFigures(text, [{ value: 9, period }], AT))

  it('is each its own where each has one', () => {
    expectFigures(
      'Rents rose 2% in 2023 and 5% in 2024.',
      [{ period: 'YEAR 2023-01-01/2024-01-01' }, { period: 'YEAR 2024-01-01/2025-01-01' }],
      AT,
    )
  })

  it('is not that of another event in the sentence', () => {
    expectFigures(
      'Nine men died where 40 had drowned last year.',
      [{ period: null }, { period: 'YEAR 2024-01-01/2025-01-01' }],
      AT,
    )
  })
})
